import { asNumber, byteLength, bytes, derived, i64le, optional, struct } from '@bytewright/schema-dsl';
import { LibxcStream } from './libxc-stream.js';

/** The record types in a suspend image of xenopsd that are needed to find the device state. */
export const XENOPSD_RECORD = {
  libxc: 0x00f0,
  libxcLegacy: 0x00f2,
  qemuTraditional: 0x0f00,
  qemu: 0x0f01,
  end: 0xffff,
} as const;

/** The header of a record: its type, and the length of its body. */
export const XenopsdRecordHeader = struct('XenopsdRecordHeader', {
  type: asNumber(i64le),
  length: asNumber(i64le).doc(
    'Bytes of the body. 0 in front of a libxc stream, of which nothing tells the length.',
  ),
}).source('xapi-project/xenopsd xc/suspend_image.ml, write_header');

/**
 * A record of a suspend image of xenopsd, the toolstack of XAPI.
 *
 * `010f000000000000 e703000000000000 51454d56…` is the state of an upstream QEMU, 999 bytes.
 * Source: xapi-project/xenopsd xc/suspend_image.ml.
 */
export const XenopsdRecord = struct('XenopsdRecord', {
  type: asNumber(i64le).doc(
    '0x0f: xenopsd, 0xf0: libxc, 0xf1: libxl, 0xf2: legacy libxc, 0xf00: traditional QEMU, 0xf01: QEMU, 0xf10: vGPU, 0xffff: end.',
  ),
  length: derived(asNumber(i64le)),
  body: bytes(),
  libxc: optional(LibxcStream),
})
  .where(($) => [$.length.is(byteLength($.body)), $.libxc.presentWhen($.type.eq(XENOPSD_RECORD.libxc))])
  .source('xapi-project/xenopsd xc/suspend_image.ml')
  .doc('A record of a suspend image.');
