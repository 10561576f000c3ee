// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { PckbdCore } from './pckbd-core.js';

export const PckbdMmio = vmstate(
  'pckbd-mmio',
  { version: 1, minimum: 1, type: 'PckbdMmio' },
  {
    kbd: PckbdCore,
  },
);
