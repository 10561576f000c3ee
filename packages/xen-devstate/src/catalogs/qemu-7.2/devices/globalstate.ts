// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Globalstate = vmstate(
  'globalstate',
  { version: 1, minimum: 1, type: 'Globalstate' },
  {
    size: uint32,
    runstate: buffer(100),
  },
);
