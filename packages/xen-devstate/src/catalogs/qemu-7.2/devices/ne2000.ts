// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { Ne2000Core } from './ne2000-core.js';

export const Ne2000 = vmstate(
  'ne2000',
  { version: 2, minimum: 1, type: 'Ne2000' },
  {
    ne2000: Ne2000Core,
  },
);
