import { timer, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Ib700Wdt = vmstate(
  'ib700_wdt',
  { version: 0, minimum: 0, type: 'Ib700Wdt' },
  {
    timer: timer,
  },
);
