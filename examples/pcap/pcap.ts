import {
  byteLength,
  bytes,
  derived,
  endianness,
  enumeration,
  list,
  literal,
  struct,
  toEnd,
  u16,
  u32,
  u32be,
} from '@bytewright/schema-dsl';

/** A packet, which may be only partly captured. */
const Packet = struct('Packet', {
  seconds: u32.doc('Seconds since 1970, in UTC'),
  fraction: u32.doc('Microseconds or nanoseconds, depending on the file'),
  capturedLength: derived(u32),
  originalLength: u32.unit('bytes'),
  data: bytes(),
}).where(($) => [$.capturedLength.is(byteLength($.data))]);

/** Everything that is in the byte order of the capturing machine. */
const Capture = struct('Capture', {
  majorVersion: literal(u16, 2),
  minorVersion: literal(u16, 4),
  reserved: u32.doc('Formerly the time zone'),
  accuracy: u32.doc('Formerly the accuracy of timestamps; always 0'),
  snapshotLength: u32.unit('bytes').doc('Maximum number of bytes captured per packet'),
  linkType: u32.doc('Link-layer header type: 1 is Ethernet'),
  packets: list(Packet, toEnd),
});

/** A libpcap file. Its first number gives the byte order of all others, and the unit of fractions of a second. */
export const Pcap = struct('Pcap', {
  format: enumeration(u32be, {
    bigMicroseconds: 0xa1b2c3d4,
    bigNanoseconds: 0xa1b23c4d,
    littleMicroseconds: 0xd4c3b2a1,
    littleNanoseconds: 0x4d3cb2a1,
  }),
  capture: Capture,
})
  .source('draft-ietf-opsawg-pcap, section 4')
  .where(($) => [
    $.capture.with(
      endianness.of($.format.eq('bigMicroseconds').or($.format.eq('bigNanoseconds')).choose('big', 'little')),
    ),
  ]);
