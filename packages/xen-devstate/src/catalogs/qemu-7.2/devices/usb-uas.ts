// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbUas = vmstate(
  'usb-uas',
  { version: 0, minimum: 0, type: 'UsbUas' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
  },
);
