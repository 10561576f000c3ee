import { field, list, optional } from '@bytewright/schema-dsl';
import { acpiIndex, bridgeHotplug, smbus } from '@bytewright/xen-devstate/facts';
import { int64, timer, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { AcpiPcihpPciStatus } from '../parts/acpi-pcihp-pci-status.js';
import { APMState } from '../parts/apmstate.js';
import { CPUHotplugState } from '../parts/cpuhotplug-state.js';
import { MemoryHotplugState } from '../parts/memory-hotplug-state.js';
import { PCIDevice } from '../parts/pcidevice.js';
import { Pmsmb } from '../parts/pmsmb.js';

export const Gpe = vmstate(
  'gpe',
  { version: 1, type: 'Gpe' },
  {
    sts: uint16,
    en: uint16,
  },
);

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
    parentObj: field(PCIDevice).wireName('parent_obj'),
    arPm1EvtSts: uint16.wireName('ar.pm1.evt.sts'),
    arPm1EvtEn: uint16.wireName('ar.pm1.evt.en'),
    arPm1CntCnt: uint16.wireName('ar.pm1.cnt.cnt'),
    apm: APMState,
    smb: optional(Pmsmb),
    arTmrTimer: timer.wireName('ar.tmr.timer'),
    arTmrOverflowTime: int64.wireName('ar.tmr.overflow_time'),
    arGpe: field(Gpe).wireName('ar.gpe'),
    pciStatus: optional(PciStatus).wireName('acpi_pci_hotplug.acpi_pcihp_pci_status[0x0]'),
    hotplugSelect: optional(uint32).wireName('acpi_pci_hotplug.hotplug_select'),
    pciStatuses: optional(list(AcpiPcihpPciStatus, 256)).wireName('acpi_pci_hotplug.acpi_pcihp_pci_status'),
    acpiIndex: optional(uint32).wireName('acpi_pci_hotplug.acpi_index'),
  },
  {
    'piix4_pm/memhp': Piix4PmMemhp,
    'piix4_pm/cpuhp': Piix4PmCpuhp,
  },
).where(($) => [
  $.smb.presentWhen(smbus),
  $.pciStatus.presentWhen(bridgeHotplug.not()),
  $.hotplugSelect.presentWhen(bridgeHotplug),
  $.pciStatuses.presentWhen(bridgeHotplug),
  $.acpiIndex.presentWhen(bridgeHotplug.and(acpiIndex)),
]).source('QEMU hw/acpi/piix4.c, vmstate_acpi');
