// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { timer, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Ib700Wdt = vmstate(
  'ib700_wdt',
  { version: 0, minimum: 0, type: 'Ib700Wdt' },
  {
    timer: timer,
  },
);
