// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { MsixState, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Msix = vmstate(
  'msix',
  { version: 0, type: 'Msix' },
  {
    state: field(MsixState).wireName('msix'),
  },
).source('QEMU hw/pci/msix.c, vmstate_msix');
