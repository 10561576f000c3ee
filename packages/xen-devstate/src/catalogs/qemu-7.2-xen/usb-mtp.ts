import { vmstate } from '../../vmstate/index.js';
import { USBDevice } from './usbdevice.js';

export const UsbMtp = vmstate(
  'usb-mtp',
  { version: 1, minimum: 1, type: 'UsbMtp' },
  {
    dev: USBDevice,
  },
);
