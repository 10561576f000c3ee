// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
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
  },
);
