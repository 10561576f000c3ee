// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Interval = vmstate(
  'interval',
  { version: 1, minimum: 1, type: 'Interval' },
  {
    low: uint64,
    high: uint64,
  },
);
