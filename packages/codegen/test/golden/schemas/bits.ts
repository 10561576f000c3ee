import {
  bit, bits, byteLength, bytes, check, derived, enumeration, ibits, list, literal, lsb0, msb0, on, openEnumeration, optional, prefix, struct,
  u16be, u16le, u32be, u32le, u64le, u8, ubits, union,
} from '@bytewright/schema-dsl';

/** The header of an Internet datagram, RFC 791 with the bits of RFC 2474 and RFC 3168. */
export const IPv4Header = struct('IPv4Header', {
  version: literal(ubits(4), 4),
  ihl: derived(ubits(4)).doc('Length of the header in words of 32 bits.'),
  dscp: ubits(6),
  ecn: ubits(2),
  totalLength: u16be,
  identification: u16be,
  reserved: literal(bit, false),
  dontFragment: bit.doc('Whether routers may not split the datagram.'),
  moreFragments: bit,
  fragmentOffset: ubits(13),
  timeToLive: u8,
  protocol: u8,
  checksum: u16be,
  source: u32be,
  destination: u32be,
  options: bytes(),
})
  .where(($) => [$.ihl.is(byteLength($.options).div(4).plus(5))])
  .doc('The header of an Internet datagram.');

/** The header of a TCP segment, RFC 9293; the nonce bit of RFC 3540 is one of the reserved. */
export const TcpHeader = struct('TcpHeader', {
  sourcePort: u16be,
  destinationPort: u16be,
  sequence: u32be,
  acknowledgment: u32be,
  dataOffset: derived(ubits(4)),
  reserved: ubits(4),
  cwr: bit,
  ece: bit,
  urg: bit,
  ack: bit,
  psh: bit,
  rst: bit,
  syn: bit,
  fin: bit,
  window: u16be,
  checksum: u16be,
  urgentPointer: u16be,
  options: bytes(),
}).where(($) => [$.dataOffset.is(byteLength($.options).div(4).plus(5))]);

/** The header of a packet of an MPEG transport stream, ISO/IEC 13818-1 2.4.3.2. */
export const TransportPacketHeader = struct('TransportPacketHeader', {
  sync: literal(u8, 0x47),
  error: bit,
  start: bit,
  priority: bit,
  pid: ubits(13),
  scrambling: ubits(2),
  adaptation: ubits(2),
  continuity: ubits(4),
}).where(($) => [check($.adaptation.ne(0), 'an adaptation field, a payload, or both')]);

/** A time stamp of a PES packet: 33 bits in three pieces between marker bits, ISO/IEC 13818-1 2.4.3.7. */
export const TimeStamp = struct('TimeStamp', {
  prefix: literal(ubits(4), 2),
  high: ubits(3),
  marker1: literal(bit, true),
  middle: ubits(15),
  marker2: literal(bit, true),
  low: ubits(15),
  marker3: literal(bit, true),
});

/** The first part of FLAC's STREAMINFO, RFC 9639 8.2: fields wider than 32 bits, and across bytes. */
export const StreamInfo = struct('StreamInfo', {
  sampleRate: ubits(20),
  channels: ubits(3),
  bitsPerSample: ubits(5),
  samples: ubits(36),
});

/** The packed byte of a GIF's logical screen descriptor. */
export const ScreenFlags = bits(
  'ScreenFlags',
  u8,
  { hasColorTable: bit, colorResolution: ubits(3), isSorted: bit, colorTableSize: ubits(3) },
  msb0,
);

/** Bits of a little-endian word as C compilers lay them out, and the same word cut from above. */
export const LowFirst = bits('LowFirst', u16le, { kind: ubits(4), rest: ubits(12) }, lsb0);
export const HighFirst = bits('HighFirst', u16le, { kind: ubits(4), rest: ubits(12) }, msb0);
export const BigLowFirst = bits('BigLowFirst', u32be, { a: ibits(5), b: bit, c: ubits(17), d: ibits(9) }, lsb0);

/** Every way in which bits lie in bytes: across them, wide, signed, in both orders. */
export const BitWords = struct('BitWords', {
  three: bits('ThreeBytes', u32le, { a: ubits(6), b: literal(ubits(2), 1), c: ubits(24) }, msb0),
  wide: bits('WideWord', u64le, { a: ubits(7), b: ibits(50), c: bit, d: ubits(6) }, lsb0),
  a: lsb0.ubits(3),
  b: lsb0.ibits(18),
  c: lsb0.ubits(3),
  byte: u8,
  d: ibits(24),
  e: ubits(64),
  f: ibits(40),
  g: literal(ubits(60), 1n),
  h: bit,
  i: ibits(3),
  j: literal(ubits(16), 0xcafe),
  k: ibits(16),
  l: ubits(32),
  m: ibits(32),
  n: ibits(8),
  o: ibits(2),
  p: ubits(30),
});

/** Names for bits: a closed enumeration and an open one, in one run with other fields. */
export const Pixel = struct('Pixel', {
  space: enumeration(ubits(2), { grey: 0, rgb: 1, indexed: 3 }),
  depth: openEnumeration(ubits(11), { eight: 8, sixteen: 16 }),
  isOpaque: bit,
  zero: literal(ubits(2), 0),
  samples: union({ grey: u8, rgb: bytes(3) }, { otherwise: u16be }),
}).where(($) => [$.samples.tag($.space)]);

/** Bits that decide what follows. */
export const FlaggedFrame = struct('FlaggedFrame', {
  hasNote: bit,
  kind: ubits(2),
  size: derived(ubits(5)),
  flags: ScreenFlags,
  note: optional(u8),
  body: union({ pair: on(1, bytes(2)), word: on(2, u16be) }, { otherwise: u8 }),
  content: bytes(),
  stamps: list(LowFirst, prefix(u8)),
}).where(($) => [
  $.note.presentWhen($.hasNote.and($.flags.$.isSorted.not())),
  $.body.tag($.kind),
  $.size.is(byteLength($.content)),
]);
