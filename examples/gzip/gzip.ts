import {
  bit,
  bytes,
  cstring,
  derived,
  literal,
  openEnumeration,
  optional,
  prefix,
  present,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u16le,
  u32le,
  ubits,
} from '@bytewright/schema-dsl';

/**
 * A gzip file with one member (RFC 1952). Only inflating shows where the compressed data ends; so the trailer is assumed to
 * be the last eight bytes of the file.
 */
export const Gzip = struct('Gzip', {
  magic: literal(u16be, 0x1f8b),
  method: literal(u8, 8), // deflate, the only method that is defined
  // FLG: most significant bit first; RFC 1952 numbers the bits from the other end
  reserved: literal(ubits(3), 0),
  hasComment: derived(bit),
  hasName: derived(bit),
  hasExtra: derived(bit),
  hasHeaderCrc: derived(bit),
  isText: bit,
  modified: u32le.unit('s since 1970-01-01T00:00:00Z'),
  extraFlags: u8,
  operatingSystem: openEnumeration(u8, { fat: 0, unix: 3, macintosh: 7, ntfs: 11, unknown: 255 }),
  extra: optional(bytes(prefix(u16le))),
  name: optional(string(cstring, 'latin1')),
  comment: optional(string(cstring, 'latin1')),
  headerCrc: optional(u16le),
  deflated: bytes(toEnd).doc('The compressed data; see inflate().'),
  crc: u32le.doc('CRC-32 of the inflated data.'),
  size: u32le.unit('bytes').doc('Size of the inflated data, modulo 2 to the 32nd.'),
}).where(($) => [
  $.hasExtra.is(present($.extra)),
  $.hasName.is(present($.name)),
  $.hasComment.is(present($.comment)),
  $.hasHeaderCrc.is(present($.headerCrc)),
]);
