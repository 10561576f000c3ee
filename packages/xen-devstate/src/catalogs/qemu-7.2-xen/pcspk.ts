import { uint8, vmstate } from '../../vmstate/index.js';

export const Pcspk = vmstate(
  'pcspk',
  { version: 1, minimum: 1, type: 'Pcspk' },
  {
    dataOn: uint8.wireName('data_on'),
    dummyRefreshClock: uint8.wireName('dummy_refresh_clock'),
  },
);
