// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const ClockMuldiv = vmstate(
  'clock/muldiv',
  { version: 1, minimum: 1, type: 'ClockMuldiv' },
  {
    multiplier: uint32,
    divider: uint32,
  },
);

export const Clock = vmstate(
  'clock',
  { version: 0, minimum: 0, type: 'Clock' },
  {
    period: uint64,
  },
  {
    'clock/muldiv': ClockMuldiv,
  },
);
