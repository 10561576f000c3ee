import type { Node } from '@bytewright/schema-dsl';
import { byteLength, bytes, derived, list, prefix, struct, u32be, u64be } from '@bytewright/schema-dsl';

/**
 * The state of a redirected USB device's connection, in the internal format of its library; empty if there is no connection.
 *
 * Source: QEMU hw/usb/redirect.c, `usbredir_put_parser`.
 *
 * @example `00000002 cafe`
 */
export const usbRedirParser: Node<Uint8Array> = bytes(prefix(u32be));

/** A packet waiting for the guest. */
export const UsbRedirPacket = struct('UsbRedirPacket', {
  length: derived(u32be),
  status: u32be,
  data: bytes(),
}).where(($) => [$.length.is(byteLength($.data))]);

/**
 * The packets waiting at an endpoint.
 *
 * Source: QEMU hw/usb/redirect.c, `usbredir_put_bufpq`.
 *
 * @example `00000001 00000002 00000000 cafe` is one packet of two bytes
 */
export const usbRedirPackets: Node<{ readonly status: number; readonly data: Uint8Array }[]> = list(
  UsbRedirPacket,
  prefix(u32be),
);

/**
 * The ids of packets.
 *
 * Source: QEMU hw/usb/redirect.c, `usbredir_put_packet_id_q`.
 *
 * @example `00000001 0000000000000007` is `BigUint64Array [7n]`
 */
export const usbRedirPacketIds: Node<BigUint64Array> = list(u64be, prefix(u32be));
