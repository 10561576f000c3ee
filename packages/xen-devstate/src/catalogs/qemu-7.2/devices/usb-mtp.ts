import { vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbMtp = vmstate(
  'usb-mtp',
  { version: 1, minimum: 1, type: 'UsbMtp' },
  {
    dev: USBDevice,
  },
);
