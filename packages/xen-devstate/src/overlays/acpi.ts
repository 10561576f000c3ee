import type { DescriptionOverlay } from './overlay.js';

/** ACPI power management and hot-plugging. */
export const ACPI: Readonly<Record<string, DescriptionOverlay>> = {
  piix4_pm: {
    source: 'QEMU hw/acpi/piix4.c, vmstate_acpi',
    doc: 'Power management of a PIIX4: the ACPI registers of an i440FX machine.',
    fields: {
      'ar.pm1.evt.sts': { name: 'pm1Status', doc: 'PM1 status: what has happened.' },
      'ar.pm1.evt.en': { name: 'pm1Enable', doc: 'PM1 enable: what of that interrupts.' },
      'ar.pm1.cnt.cnt': { name: 'pm1Control', doc: 'PM1 control; bits 10 to 12 say the kind of sleep.' },
      smb: { name: 'smbus', presentWhen: 'smbus' },
      'ar.tmr.timer': { name: 'overflowTimer', doc: 'When the ACPI timer overflows next.' },
      'ar.tmr.overflow_time': { name: 'overflowTime', unit: 'ticks of 3.579545 MHz' },
      'ar.gpe': { name: 'gpe', doc: 'General-purpose events.' },
      'acpi_pci_hotplug.acpi_pcihp_pci_status[0x0]': {
        name: 'pciStatus',
        presentWhen: 'bridgeHotplug.not()',
        doc: 'Slots of the root bus that a device was put into, and taken out of.',
      },
      'acpi_pci_hotplug.hotplug_select': { name: 'hotplugSelect', presentWhen: 'bridgeHotplug' },
      'acpi_pci_hotplug.acpi_pcihp_pci_status': {
        name: 'pciStatuses',
        presentWhen: 'bridgeHotplug',
        doc: 'The same for each bus.',
      },
      'acpi_pci_hotplug.acpi_index': { name: 'acpiIndex', presentWhen: 'bridgeHotplug.and(acpiIndex)' },
    },
  },
  gpe: {
    source: 'QEMU hw/acpi/piix4.c, vmstate_gpe',
    fields: { sts: { name: 'status' }, en: { name: 'enable' } },
  },
  'memory hotplug state': {
    source: 'QEMU hw/acpi/memory_hotplug.c, vmstate_memory_hotplug',
    fields: { devs: { name: 'slots', count: 'moreHotplugSlots' } },
  },
  'CPU hotplug state': {
    source: 'QEMU hw/acpi/cpu.c, vmstate_cpu_hotplug',
    fields: { devs: { name: 'processors', count: 'moreHotplugSlots' } },
  },
  ich9_smb: {
    source: 'QEMU hw/i2c/smbus_ich9.c, ich9_vmstate_need_smbus',
    fields: { irq_enabled: { presentWhen: 'ich9Smbus' }, smb: { name: 'smbus', presentWhen: 'ich9Smbus' } },
  },
};
