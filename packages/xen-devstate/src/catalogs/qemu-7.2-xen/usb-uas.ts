import { vmstate } from '../../vmstate/index.js';
import { USBDevice } from './usbdevice.js';

export const UsbUas = vmstate(
  'usb-uas',
  { version: 0, minimum: 0, type: 'UsbUas' },
  {
    dev: USBDevice,
  },
);
