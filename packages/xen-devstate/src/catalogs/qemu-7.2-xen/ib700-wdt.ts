import { timer, vmstate } from '../../vmstate/index.js';

export const Ib700Wdt = vmstate(
  'ib700_wdt',
  { version: 0, minimum: 0, type: 'Ib700Wdt' },
  {
    timer: timer,
  },
);
