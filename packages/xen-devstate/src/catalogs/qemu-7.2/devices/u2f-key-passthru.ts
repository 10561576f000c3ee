// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const U2fKey = vmstate(
  'u2f-key',
  { version: 1, type: 'U2fKey' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
    idle: uint8,
    pendingIn: list(uint8, 2048).wireName('pending_in'),
    pendingInStart: uint8.wireName('pending_in_start'),
    pendingInEnd: uint8.wireName('pending_in_end'),
    pendingInNum: uint8.wireName('pending_in_num'),
  },
);

export const U2fKeyPassthru = vmstate(
  'u2f-key-passthru',
  { version: 1, minimum: 1, type: 'U2fKeyPassthru' },
  {
    base: U2fKey,
  },
);
