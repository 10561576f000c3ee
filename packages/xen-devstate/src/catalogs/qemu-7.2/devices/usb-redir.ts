// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import {
  int32,
  timer,
  uint8,
  uint16,
  uint32,
  usbRedirPacketIds,
  usbRedirPackets,
  usbRedirParser,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { USBDevice } from '../parts/usbdevice.js';

export const UsbRedirEpBulkReceiving = vmstate(
  'usb-redir-ep/bulk-receiving',
  { version: 1, minimum: 1, type: 'UsbRedirEpBulkReceiving' },
  {
    bulkReceivingStarted: uint8.wireName('bulk_receiving_started'),
  },
);

export const UsbRedirEpStreamState = vmstate(
  'usb-redir-ep/stream-state',
  { version: 1, minimum: 1, type: 'UsbRedirEpStreamState' },
  {
    maxStreams: uint32.wireName('max_streams'),
  },
);

export const UsbRedirEp = vmstate(
  'usb-redir-ep',
  { version: 1, type: 'UsbRedirEp' },
  {
    type: uint8,
    interval: uint8,
    interface: uint8,
    maxPacketSize: uint16.wireName('max_packet_size'),
    isoStarted: uint8.wireName('iso_started'),
    isoError: uint8.wireName('iso_error'),
    interruptStarted: uint8.wireName('interrupt_started'),
    interruptError: uint8.wireName('interrupt_error'),
    bufpqPrefilled: uint8.wireName('bufpq_prefilled'),
    bufpqDroppingPackets: uint8.wireName('bufpq_dropping_packets'),
    bufpq: usbRedirPackets,
    bufpqTargetSize: int32.wireName('bufpq_target_size'),
  },
  {
    'usb-redir-ep/bulk-receiving': UsbRedirEpBulkReceiving,
    'usb-redir-ep/stream-state': UsbRedirEpStreamState,
  },
).source('QEMU hw/usb/redirect.c, usbredir_put_bufpq');

export const UsbRedirPacketIdQueue = vmstate(
  'usb-redir-packet-id-queue',
  { version: 1, type: 'UsbRedirPacketIdQueue' },
  {
    queue: usbRedirPacketIds,
  },
).source('QEMU hw/usb/redirect.c, usbredir_put_packet_id_q');

export const UsbRedirDeviceInfo = vmstate(
  'usb-redir-device-info',
  { version: 1, type: 'UsbRedirDeviceInfo' },
  {
    speed: uint8,
    deviceClass: uint8.wireName('device_class'),
    deviceSubclass: uint8.wireName('device_subclass'),
    deviceProtocol: uint8.wireName('device_protocol'),
    vendorId: uint16.wireName('vendor_id'),
    productId: uint16.wireName('product_id'),
    deviceVersionBcd: uint16.wireName('device_version_bcd'),
  },
);

export const UsbRedirInterfaceInfo = vmstate(
  'usb-redir-interface-info',
  { version: 1, type: 'UsbRedirInterfaceInfo' },
  {
    interfaceCount: uint32.wireName('interface_count'),
    interface: list(uint8, 32),
    interfaceClass: list(uint8, 32).wireName('interface_class'),
    interfaceSubclass: list(uint8, 32).wireName('interface_subclass'),
    interfaceProtocol: list(uint8, 32).wireName('interface_protocol'),
  },
);

export const UsbRedir = vmstate(
  'usb-redir',
  { version: 1, minimum: 1, type: 'UsbRedir' },
  {
    usbDevice: field(USBDevice).wireName('dev'),
    attachTimer: timer.wireName('attach_timer'),
    parser: usbRedirParser,
    endpoint: list(UsbRedirEp, 32),
    cancelled: UsbRedirPacketIdQueue,
    alreadyInFlight: field(UsbRedirPacketIdQueue).wireName('already_in_flight'),
    deviceInfo: field(UsbRedirDeviceInfo).wireName('device_info'),
    interfaceInfo: field(UsbRedirInterfaceInfo).wireName('interface_info'),
  },
).source('QEMU hw/usb/redirect.c, usbredir_put_parser');
