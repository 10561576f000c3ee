// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Ramfb = vmstate(
  'ramfb',
  { version: 1, type: 'Ramfb' },
  {
    cfg: buffer(28),
  },
);
