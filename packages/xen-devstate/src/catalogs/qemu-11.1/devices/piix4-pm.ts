// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, optional } from '@bytewright/schema-dsl';
import { acpiIndex, bridgeHotplug } from '@bytewright/xen-devstate/machine-parameters';
import { int64, timer, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { AcpiPcihpPciStatus } from '../../qemu-7.2/parts/acpi-pcihp-pci-status.js';
import { APMState } from '../../qemu-7.2/parts/apmstate.js';
import { CPUHotplugState } from '../../qemu-7.2/parts/cpuhotplug-state.js';
import { MemoryHotplugState } from '../../qemu-7.2/parts/memory-hotplug-state.js';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { Pmsmb } from '../../qemu-7.2/parts/pmsmb.js';

export const Gpe = vmstate(
  'gpe',
  { version: 1, type: 'Gpe' },
  {
    status: uint16.wireName('sts'),
    enable: uint16.wireName('en'),
  },
).source('QEMU hw/acpi/piix4.c, vmstate_gpe');

export const PciStatus = vmstate(
  'pci_status',
  { version: 1, type: 'PciStatus' },
  {
    up: uint32,
    down: uint32,
  },
);

export const Piix4PmMemhp = vmstate(
  'piix4_pm/memhp',
  { version: 1, minimum: 1, type: 'Piix4PmMemhp' },
  {
    acpiMemoryHotplug: field(MemoryHotplugState).wireName('acpi_memory_hotplug'),
  },
);

export const Piix4PmCpuhp = vmstate(
  'piix4_pm/cpuhp',
  { version: 1, minimum: 1, type: 'Piix4PmCpuhp' },
  {
    cpuhpState: field(CPUHotplugState).wireName('cpuhp_state'),
  },
);

export const Piix4Pm = vmstate(
  'piix4_pm',
  { version: 3, minimum: 3, type: 'Piix4Pm' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    pm1Status: uint16.wireName('ar.pm1.evt.sts').doc('PM1 status: what has happened.'),
    pm1Enable: uint16.wireName('ar.pm1.evt.en').doc('PM1 enable: what of that interrupts.'),
    pm1Control: uint16.wireName('ar.pm1.cnt.cnt').doc('PM1 control; bits 10 to 12 say the kind of sleep.'),
    apm: APMState,
    smbus: field(Pmsmb).wireName('smb'),
    overflowTimer: timer.wireName('ar.tmr.timer').doc('When the ACPI timer overflows next.'),
    overflowTime: int64.wireName('ar.tmr.overflow_time').unit('ticks of 3.579545 MHz'),
    gpe: field(Gpe).wireName('ar.gpe').doc('General-purpose events.'),
    pciStatus: optional(PciStatus).wireName('acpi_pci_hotplug.acpi_pcihp_pci_status[0x0]').doc('Slots of the root bus that a device was put into, and taken out of.'),
    hotplugSelect: optional(uint32).wireName('acpi_pci_hotplug.hotplug_select'),
    pciStatuses: optional(list(AcpiPcihpPciStatus, 256)).wireName('acpi_pci_hotplug.acpi_pcihp_pci_status').doc('The same for each bus.'),
    acpiIndex: optional(uint32).wireName('acpi_pci_hotplug.acpi_index'),
  },
  {
    'piix4_pm/memhp': Piix4PmMemhp,
    'piix4_pm/cpuhp': Piix4PmCpuhp,
  },
).where(($) => [
  $.pciStatus.presentWhen(bridgeHotplug.not()),
  $.hotplugSelect.presentWhen(bridgeHotplug),
  $.pciStatuses.presentWhen(bridgeHotplug),
  $.acpiIndex.presentWhen(bridgeHotplug.and(acpiIndex)),
]).doc('Power management of a PIIX4: the ACPI registers of an i440FX machine.').source('QEMU hw/acpi/piix4.c, vmstate_acpi');
