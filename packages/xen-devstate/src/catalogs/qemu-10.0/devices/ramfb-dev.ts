// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { Ramfb } from '../parts/ramfb.js';

export const RamfbDev = vmstate(
  'ramfb-dev',
  { version: 1, minimum: 1, type: 'RamfbDev' },
  {
    state: Ramfb,
  },
);
