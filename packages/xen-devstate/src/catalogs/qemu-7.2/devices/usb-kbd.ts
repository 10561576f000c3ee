// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { int32, uint8, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const HIDKeyboardDevice = vmstate(
  'HIDKeyboardDevice',
  { version: 1, type: 'HIDKeyboardDevice' },
  {
    kbdKeycodes: list(uint32, 16).wireName('kbd.keycodes'),
    head: uint32,
    n: uint32,
    kbdModifiers: uint16.wireName('kbd.modifiers'),
    kbdLeds: uint8.wireName('kbd.leds'),
    kbdKey: list(uint8, 16).wireName('kbd.key'),
    kbdKeys: int32.wireName('kbd.keys'),
    protocol: int32,
    idle: uint8,
  },
);

export const UsbKbd = vmstate(
  'usb-kbd',
  { version: 1, minimum: 1, type: 'UsbKbd' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
    hid: HIDKeyboardDevice,
  },
);
