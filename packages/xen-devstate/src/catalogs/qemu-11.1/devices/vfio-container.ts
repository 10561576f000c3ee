// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';

export const VfioContainer = vmstate(
  'vfio-container',
  { version: 0, minimum: 0, type: 'VfioContainer' },
  {},
);
