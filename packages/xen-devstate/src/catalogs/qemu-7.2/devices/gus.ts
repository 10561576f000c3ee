// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { buffer, int32, int64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Gus = vmstate(
  'gus',
  { version: 2, minimum: 2, type: 'Gus' },
  {
    pos: int32,
    left: int32,
    shift: int32,
    irqs: int32,
    samples: int32,
    lastTicks: int64.wireName('last_ticks'),
    himem: buffer(1052704),
  },
);
