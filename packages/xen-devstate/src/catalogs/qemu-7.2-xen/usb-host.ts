import { field } from '@bytewright/schema-dsl';
import { vmstate } from '../../vmstate/index.js';
import { USBDevice } from './usbdevice.js';

export const UsbHost = vmstate(
  'usb-host',
  { version: 1, minimum: 1, type: 'UsbHost' },
  {
    parentObj: field(USBDevice).wireName('parent_obj'),
  },
);
