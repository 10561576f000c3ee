import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbUas = vmstate(
  'usb-uas',
  { version: 0, minimum: 0, type: 'UsbUas' },
  {
    dev: USBDevice,
  },
);
