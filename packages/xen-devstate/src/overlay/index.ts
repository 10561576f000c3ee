import type { DescriptionOverlay } from './overlay.js';

/** Overlays by the names of descriptions. */
export const OVERLAYS: Readonly<Record<string, DescriptionOverlay>> = {
  PCIDevice: {
    source: 'QEMU hw/pci/pci.c, vmstate_pci_device',
    fields: {
      config: { node: 'buffer(pciConfigSize).wireType("pci config")' },
      'config#2': { isMerged: true },
    },
  },
  msix: { source: 'QEMU hw/pci/msix.c', fields: { msix: { node: 'msixState' } } },
  fpreg: { source: 'QEMU target/i386/machine.c', fields: {} },
  ide_drive: {
    source: 'QEMU hw/ide/core.c, ide_drive_pio_post_load',
    fields: { identify_data: { presentWhen: '$.identifySet.ne(0)' } },
  },
  'ide_drive/pio_state': {
    source: 'QEMU hw/ide/core.c: IDE_DMA_BUF_SECTORS * 512 + 4',
    fields: { io_buffer: { count: '131076' } },
  },
  fdc: { source: 'QEMU hw/block/fdc.c: FD_SECTOR_LEN', fields: { fifo: { count: '512' } } },
  Fifo8: { source: 'QEMU util/fifo8.c', fields: { data: { size: 'fifoSize' } } },
  e1000: {
    source: 'QEMU hw/net/e1000.c, is_version_1',
    fields: { unused: { presentWhen: 'version.eq(1)' } },
  },
  ac97: {
    source: 'QEMU hw/audio/ac97.c, is_version_2',
    fields: { unused: { presentWhen: 'version.eq(2)' } },
  },
  fw_cfg: {
    source: 'QEMU hw/nvram/fw_cfg.c, is_version_1',
    fields: { cur_offset: { presentWhen: 'version.eq(1)' } },
  },
  piix4_pm: {
    source: 'QEMU hw/acpi/piix4.c, vmstate_acpi',
    fields: {
      smb: { presentWhen: 'smbus' },
      'acpi_pci_hotplug.acpi_pcihp_pci_status[0x0]': {
        name: 'pciStatus',
        presentWhen: 'bridgeHotplug.not()',
      },
      'acpi_pci_hotplug.hotplug_select': { name: 'hotplugSelect', presentWhen: 'bridgeHotplug' },
      'acpi_pci_hotplug.acpi_pcihp_pci_status': { name: 'pciStatuses', presentWhen: 'bridgeHotplug' },
      'acpi_pci_hotplug.acpi_index': { name: 'acpiIndex', presentWhen: 'bridgeHotplug.and(acpiIndex)' },
    },
  },
  'memory hotplug state': {
    source: 'QEMU hw/acpi/memory_hotplug.c',
    fields: { devs: { count: 'memorySlots' } },
  },
  'CPU hotplug state': { source: 'QEMU hw/acpi/cpu.c', fields: { devs: { count: 'processors' } } },
  hpet: {
    source: 'QEMU hw/timer/hpet.c: num_timers counts since version 2, of 2010',
    minimum: 2,
    fields: {},
  },
  ahci: { source: 'QEMU hw/ide/ahci.c', fields: { dev: { count: 'ahciPorts' } } },
  'xhci-core': {
    source: 'QEMU hw/usb/hcd-xhci.c',
    fields: {
      ports: { count: 'xhciPorts' },
      slots: { count: 'xhciSlots' },
      intr: { count: 'xhciInterrupters' },
    },
  },
  'xhci-intr': {
    source: 'QEMU hw/usb/hcd-xhci.c, xhci_er_full',
    fields: {
      ev_buffer_put: { presentWhen: '$.erFullUnused.ne(false)' },
      ev_buffer_get: { presentWhen: '$.erFullUnused.ne(false)' },
      ev_buffer: { presentWhen: '$.erFullUnused.ne(false)' },
    },
  },
  'virtio-net-device': {
    source: 'QEMU hw/net/virtio-net.c',
    fields: {
      'mac_table.in_use': { node: 'derived(uint32)' },
      'mac_table.macs': {
        node: 'buffer()',
        relations: ['$.macTableInUse.is(byteLength($.macTableMacs).div(6))'],
      },
      unused: { isMerged: true },
    },
  },
};
