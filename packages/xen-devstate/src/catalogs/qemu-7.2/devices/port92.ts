// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Port92 = vmstate(
  'port92',
  { version: 1, minimum: 1, type: 'Port92' },
  {
    outport: uint8,
  },
);
