// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { int64, timer, uint8, uint16, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { AcpiPcihpPciStatus } from '../parts/acpi-pcihp-pci-status.js';
import { APMState } from '../parts/apmstate.js';
import { CPUHotplugState } from '../parts/cpuhotplug-state.js';
import { MemoryHotplugState } from '../parts/memory-hotplug-state.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const Ich9PmMemhp = vmstate(
  'ich9_pm/memhp',
  { version: 1, minimum: 1, type: 'Ich9PmMemhp' },
  {
    acpiMemoryHotplug: field(MemoryHotplugState).wireName('acpi_memory_hotplug'),
  },
);

export const TcoIoDeviceStatus = vmstate(
  'tco io device status',
  { version: 1, type: 'TcoIoDeviceStatus' },
  {
    tcoRld: uint16.wireName('tco.rld'),
    tcoDin: uint8.wireName('tco.din'),
    tcoDout: uint8.wireName('tco.dout'),
    tcoSts1: uint16.wireName('tco.sts1'),
    tcoSts2: uint16.wireName('tco.sts2'),
    tcoCnt1: uint16.wireName('tco.cnt1'),
    tcoCnt2: uint16.wireName('tco.cnt2'),
    tcoMsg1: uint8.wireName('tco.msg1'),
    tcoMsg2: uint8.wireName('tco.msg2'),
    tcoWdcnt: uint8.wireName('tco.wdcnt'),
    tcoTmr: uint16.wireName('tco.tmr'),
    swIrqGen: uint8.wireName('sw_irq_gen'),
    tcoTimer: timer.wireName('tco_timer'),
    expireTime: int64.wireName('expire_time'),
    timeoutsNo: uint8.wireName('timeouts_no'),
  },
);

export const Ich9PmTco = vmstate(
  'ich9_pm/tco',
  { version: 1, minimum: 1, type: 'Ich9PmTco' },
  {
    tcoRegs: field(TcoIoDeviceStatus).wireName('tco_regs'),
  },
);

export const Ich9PmCpuhp = vmstate(
  'ich9_pm/cpuhp',
  { version: 1, minimum: 1, type: 'Ich9PmCpuhp' },
  {
    cpuhpState: field(CPUHotplugState).wireName('cpuhp_state'),
  },
);

export const Ich9PmPcihp = vmstate(
  'ich9_pm/pcihp',
  { version: 1, minimum: 1, type: 'Ich9PmPcihp' },
  {
    acpiPciHotplugHotplugSelect: uint32.wireName('acpi_pci_hotplug.hotplug_select'),
    acpiPciHotplugAcpiPcihpPciStatus: list(AcpiPcihpPciStatus, 256).wireName('acpi_pci_hotplug.acpi_pcihp_pci_status'),
    acpiPciHotplugAcpiIndex: uint32.wireName('acpi_pci_hotplug.acpi_index'),
  },
);

export const Ich9Pm = vmstate(
  'ich9_pm',
  { version: 1, type: 'Ich9Pm' },
  {
    acpiRegsPm1EvtSts: uint16.wireName('acpi_regs.pm1.evt.sts'),
    acpiRegsPm1EvtEn: uint16.wireName('acpi_regs.pm1.evt.en'),
    acpiRegsPm1CntCnt: uint16.wireName('acpi_regs.pm1.cnt.cnt'),
    acpiRegsTmrTimer: timer.wireName('acpi_regs.tmr.timer'),
    acpiRegsTmrOverflowTime: int64.wireName('acpi_regs.tmr.overflow_time'),
    acpiRegsGpeSts: list(uint8, 16).wireName('acpi_regs.gpe.sts'),
    acpiRegsGpeEn: list(uint8, 16).wireName('acpi_regs.gpe.en'),
    smiEn: uint32.wireName('smi_en'),
    smiSts: uint32.wireName('smi_sts'),
  },
  {
    'ich9_pm/memhp': Ich9PmMemhp,
    'ich9_pm/tco': Ich9PmTco,
    'ich9_pm/cpuhp': Ich9PmCpuhp,
    'ich9_pm/pcihp': Ich9PmPcihp,
  },
);

export const ICH9LPCRstCnt = vmstate(
  'ICH9LPC/rst_cnt',
  { version: 1, minimum: 1, type: 'ICH9LPCRstCnt' },
  {
    rstCnt: uint8.wireName('rst_cnt'),
  },
);

export const ICH9LPCSmiFeat = vmstate(
  'ICH9LPC/smi_feat',
  { version: 1, minimum: 1, type: 'ICH9LPCSmiFeat' },
  {
    smiGuestFeaturesLe: list(uint8, 8).wireName('smi_guest_features_le'),
    smiFeaturesOk: uint8.wireName('smi_features_ok'),
    smiNegotiatedFeatures: uint64.wireName('smi_negotiated_features'),
  },
);

export const ICH9LPC = vmstate(
  'ICH9LPC',
  { version: 1, minimum: 1, type: 'ICH9LPC' },
  {
    pciDevice: field(PCIDevice).wireName('d'),
    apm: APMState,
    pm: Ich9Pm,
    chipConfig: list(uint8, 16384).wireName('chip_config'),
    sciLevel: uint32.wireName('sci_level'),
  },
  {
    'ICH9LPC/rst_cnt': ICH9LPCRstCnt,
    'ICH9LPC/smi_feat': ICH9LPCSmiFeat,
  },
);
