// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { int32, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const HIDPointerEventQueue = vmstate(
  'HIDPointerEventQueue',
  { version: 1, type: 'HIDPointerEventQueue' },
  {
    xdx: int32,
    ydy: int32,
    dz: int32,
    buttonsState: int32.wireName('buttons_state'),
  },
);

export const HIDPointerDevice = vmstate(
  'HIDPointerDevice',
  { version: 1, type: 'HIDPointerDevice' },
  {
    ptrQueue: list(HIDPointerEventQueue, 16).wireName('ptr.queue'),
    head: uint32,
    n: uint32,
    protocol: int32,
    idle: uint8,
  },
);

export const UsbPtr = vmstate(
  'usb-ptr',
  { version: 1, minimum: 1, type: 'UsbPtr' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
    hid: HIDPointerDevice,
  },
);
