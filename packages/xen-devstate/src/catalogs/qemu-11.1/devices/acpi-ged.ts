// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { AcpiPcihpPciStatus } from '../../qemu-7.2/parts/acpi-pcihp-pci-status.js';
import { CPUHotplugState } from '../../qemu-7.2/parts/cpuhotplug-state.js';
import { MemoryHotplugState } from '../../qemu-7.2/parts/memory-hotplug-state.js';

export const AcpiGedState = vmstate(
  'acpi-ged-state',
  { version: 1, type: 'AcpiGedState' },
  {
    sel: uint32,
  },
);

export const AcpiGedMemhp = vmstate(
  'acpi-ged/memhp',
  { version: 1, minimum: 1, type: 'AcpiGedMemhp' },
  {
    memhpState: field(MemoryHotplugState).wireName('memhp_state'),
  },
);

export const AcpiGedCpuhp = vmstate(
  'acpi-ged/cpuhp',
  { version: 1, minimum: 1, type: 'AcpiGedCpuhp' },
  {
    cpuhpState: field(CPUHotplugState).wireName('cpuhp_state'),
  },
);

export const AcpiGhes = vmstate(
  'acpi-ghes',
  { version: 1, type: 'AcpiGhes' },
  {
    hwErrorLe: uint64.wireName('hw_error_le'),
  },
);

export const AcpiGedGhes = vmstate(
  'acpi-ged/ghes',
  { version: 1, minimum: 1, type: 'AcpiGedGhes' },
  {
    ghesState: field(AcpiGhes).wireName('ghes_state'),
  },
);

export const AcpiGedPcihp = vmstate(
  'acpi-ged/pcihp',
  { version: 1, minimum: 1, type: 'AcpiGedPcihp' },
  {
    pcihpStateHotplugSelect: uint32.wireName('pcihp_state.hotplug_select'),
    pcihpStateAcpiPcihpPciStatus: list(AcpiPcihpPciStatus, 256).wireName('pcihp_state.acpi_pcihp_pci_status'),
    pcihpStateAcpiIndex: uint32.wireName('pcihp_state.acpi_index'),
  },
);

export const AcpiHest = vmstate(
  'acpi-hest',
  { version: 1, type: 'AcpiHest' },
  {
    hestAddrLe: uint64.wireName('hest_addr_le'),
  },
);

export const AcpiGedHest = vmstate(
  'acpi-ged/hest',
  { version: 1, minimum: 1, type: 'AcpiGedHest' },
  {
    ghesState: field(AcpiHest).wireName('ghes_state'),
  },
);

export const AcpiGed = vmstate(
  'acpi-ged',
  { version: 1, minimum: 1, type: 'AcpiGed' },
  {
    gedState: field(AcpiGedState).wireName('ged_state'),
  },
  {
    'acpi-ged/memhp': AcpiGedMemhp,
    'acpi-ged/cpuhp': AcpiGedCpuhp,
    'acpi-ged/ghes': AcpiGedGhes,
    'acpi-ged/pcihp': AcpiGedPcihp,
    'acpi-ged/hest': AcpiGedHest,
  },
);
