import {
  bytes,
  check,
  flags,
  literal,
  struct,
  u16be,
  u16le,
  u32be,
  u32le,
  u64be,
} from '@bytewright/schema-dsl';

/**
 * The start of a libxc stream: a big-endian header, and the domain header in the byte order of the records.
 *
 * `ffffffffffffffff 58454e46 00000003 0000 000000000000 02000000 0c00 0000 04000000 11000000` is an HVM domain with pages of
 * 4096 bytes, saved by Xen 4.17. Source: Xen docs/specs/libxc-migration-stream.pandoc, Image Header and Domain Header.
 */
export const LibxcHeader = struct('LibxcHeader', {
  marker: literal(u64be, 0xffff_ffff_ffff_ffffn).doc('What no legacy stream begins with.'),
  id: literal(u32be, 0x58454e46).doc('"XENF"'),
  version: u32be.doc('2, or 3 since Xen 4.14.'),
  options: flags(u16be, { bigEndian: 0 }).doc('The byte order of the records.'),
  reserved: bytes(6),
  type: u32le.doc('1: PV, 2: HVM.'),
  pageShift: u16le.doc('Pages have 2 to this power bytes.'),
  reservedToo: u16le,
  xenMajor: u32le,
  xenMinor: u32le,
})
  .where(($) => [
    check($.version.ge(2), 'version 2 or 3'),
    check($.version.le(3), 'version 2 or 3'),
    check($.options.$.bigEndian.not(), 'records in little-endian byte order'),
  ])
  .source('Xen docs/specs/libxc-migration-stream.pandoc, Image Header and Domain Header')
  .doc('The header of a libxc stream, and that of the domain.');
