// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PckbdCore } from './pckbd-core.js';

export const Pckbd = vmstate(
  'pckbd',
  { version: 3, minimum: 3, type: 'Pckbd' },
  {
    kbd: PckbdCore,
  },
);
