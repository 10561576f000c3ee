// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Pcspk = vmstate(
  'pcspk',
  { version: 1, minimum: 1, type: 'Pcspk' },
  {
    dataOn: uint8.wireName('data_on'),
    dummyRefreshClock: uint8.wireName('dummy_refresh_clock'),
  },
);
