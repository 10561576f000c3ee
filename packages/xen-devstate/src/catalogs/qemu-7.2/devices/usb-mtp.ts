// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbMtp = vmstate(
  'usb-mtp',
  { version: 1, minimum: 1, type: 'UsbMtp' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
  },
);
