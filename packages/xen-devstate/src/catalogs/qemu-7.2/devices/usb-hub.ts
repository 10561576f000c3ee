// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { timer, uint16, vmstate } from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbHubPort = vmstate(
  'usb-hub-port',
  { version: 1, type: 'UsbHubPort' },
  {
    wPortStatus: uint16,
    wPortChange: uint16,
  },
);

export const UsbHubPortTimer = vmstate(
  'usb-hub/port-timer',
  { version: 1, minimum: 1, type: 'UsbHubPortTimer' },
  {
    portTimer: timer.wireName('port_timer'),
  },
);

export const UsbHub = vmstate(
  'usb-hub',
  { version: 1, minimum: 1, type: 'UsbHub' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
    ports: list(UsbHubPort, 8),
  },
  {
    'usb-hub/port-timer': UsbHubPortTimer,
  },
);
