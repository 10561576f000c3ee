// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbHost = vmstate(
  'usb-host',
  { version: 1, minimum: 1, type: 'UsbHost' },
  {
    usbDevice: field(USBDevice).wireName('parent_obj'),
  },
);
