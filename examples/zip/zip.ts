import {
  at,
  atEach,
  bits,
  bool,
  byteLength,
  bytes,
  check,
  crc32,
  derived,
  firstOf,
  flags,
  gaps,
  i32le,
  list,
  literal,
  lsb0,
  on,
  openEnumeration,
  optional,
  parameter,
  prefix,
  presence,
  sized,
  span,
  string,
  struct,
  tagOf,
  tail,
  toEnd,
  u8,
  u16le,
  u32be,
  u32le,
  u64le,
  ubits,
  union,
} from '@bytewright/schema-dsl';

// Section numbers are those of PKWARE's APPNOTE.TXT 6.3.10. Signatures are read as printed there: "PK" and two bytes.
const FILE = 0x504b0304;
const DESCRIPTOR = 0x504b0708;
const ENTRY = 0x504b0102;
const END = 0x504b0506;

/** General purpose bit flags (4.4.4). The meaning of bits 1 and 2 depends on the method, so they have no names here. */
const Flags = flags(u16le, {
  encrypted: 0,
  streamed: 3,
  patched: 5,
  stronglyEncrypted: 6,
  utf8: 11,
  masked: 13,
}).doc('`streamed`: checksum and sizes follow the data. `utf8`: name and comment are UTF-8.');

/** Compression method (4.4.5). */
const Method = openEnumeration(u16le, { stored: 0, deflated: 8, bzip2: 12, lzma: 14, zstd: 93, xz: 95 });

/** MS-DOS date and time (4.4.6), without a time zone, in steps of two seconds. */
const DosTime = bits(
  'DosTime',
  u32le,
  {
    second: ubits(5).unit('2 s'),
    minute: ubits(6),
    hour: ubits(5),
    day: ubits(5),
    month: ubits(4),
    year: ubits(7).unit('years since 1980'),
  },
  lsb0,
);

// ───── extra fields (4.5) ─────

/** Info-ZIP's times. The directory has the flags of all three, but only the first time. */
const Timestamps = struct('Timestamps', {
  there: flags(u8, { modified: 0, accessed: 1, created: 2 }),
  times: list(i32le, toEnd).unit('s since 1970-01-01T00:00:00Z'),
});

/** Info-ZIP's owner, with 32-bit ids; other widths stay bytes. */
const UnixOwner = struct('UnixOwner', {
  version: literal(u8, 1),
  user: sized(prefix(u8), u32le),
  group: sized(prefix(u8), u32le),
});

/** Values that do not fit into the header, in this order: size, compressed size, offset of the file (4.5.3). */
const Zip64 = struct('Zip64', { values: list(u64le, toEnd) });

/** A name or a comment in UTF-8, for readers that do not know the UTF-8 flag (4.6.8 and 4.6.9). */
const UnicodeText = struct('UnicodeText', { version: literal(u8, 1), crc: u32le, text: string(toEnd) });

/** An extra field. Unknown fields, and those that do not match their id, stay bytes. */
const ExtraField = struct('ExtraField', {
  id: derived(u16le),
  size: derived(u16le),
  body: union(
    {
      zip64: on(0x0001, Zip64),
      timestamps: on(0x5455, Timestamps),
      unixOwner: on(0x7875, UnixOwner),
      unicodeComment: on(0x6375, UnicodeText),
      unicodePath: on(0x7075, UnicodeText),
    },
    { value: 'data', otherwise: bytes(), rawTag: 'id', fallback: 'no arm fits' },
  ),
})
  .where(($) => [$.id.is(tagOf($.body)), $.size.is(byteLength($.body))])
  .flat('body');

// ───── files (4.3.7 to 4.3.9) ─────

// What the directory says about a file. The header of a streamed file was written before any of this was known.
const crc = parameter('crc', u32le);
const compressedSize = parameter('compressedSize', u32le);
const size = parameter('size', u32le);

/** A file that is not compressed, encrypted or streamed: its header's checksum and sizes are derived from the data. */
const PlainFile = struct('PlainFile', {
  modified: DosTime,
  crc: derived(u32le),
  compressedSize: derived(u32le),
  size: derived(u32le),
  nameLength: derived(u16le),
  extraLength: derived(u16le),
  name: string(toEnd, 'latin1'),
  extra: list(ExtraField, toEnd),
  data: bytes(compressedSize),
}).where(($) => [
  $.crc.is(crc32(span($.data, $.data))),
  $.compressedSize.is(byteLength($.data)),
  $.size.is(byteLength($.data)),
  $.nameLength.is(byteLength($.name)),
  $.extraLength.is(byteLength($.extra)),
]);

/** The record after the data of a streamed file (4.3.9); not all writers add a signature. */
const Descriptor = struct('Descriptor', {
  signed: presence(literal(u32be, DESCRIPTOR)),
  crc: derived(u32le),
  compressedSize: derived(u32le),
  size: derived(u32le),
}).where(($) => [$.crc.is(crc), $.compressedSize.is(compressedSize), $.size.is(size)]);

const LongDescriptor = struct('LongDescriptor', {
  signed: presence(literal(u32be, DESCRIPTOR)),
  crc: derived(u32le),
  compressedSize: derived(u64le),
  size: derived(u64le),
}).where(($) => [$.crc.is(crc), $.compressedSize.is(compressedSize), $.size.is(size)]);

const streamed = parameter('streamed', bool);

/** Any other file: checksum and sizes describe the inflated data, or are zero before streamed data, or are in Zip64. */
const PackedFile = struct('PackedFile', {
  modified: DosTime,
  crc: u32le,
  compressedSize: u32le,
  size: u32le,
  nameLength: derived(u16le),
  extraLength: derived(u16le),
  name: string(toEnd, 'latin1'),
  extra: list(ExtraField, toEnd),
  data: bytes(compressedSize),
  descriptor: optional(firstOf({ short: Descriptor, long: LongDescriptor })),
}).where(($) => [
  $.nameLength.is(byteLength($.name)),
  $.extraLength.is(byteLength($.extra)),
  $.descriptor.presentWhen(streamed),
]);

const LocalFile = struct('LocalFile', {
  signature: literal(u32be, FILE),
  versionNeeded: u16le.unit('tenths'),
  flags: Flags,
  method: Method,
  body: union(
    { plain: on(true, PlainFile), packed: on(false, PackedFile) },
    { tag: 'layout', value: 'content' },
  ),
})
  .where(($) => [
    $.body.tag(
      $.method
        .eq('stored')
        .and($.versionNeeded.lt(45)) // since 4.5, sizes may be in a Zip64 field
        .and($.flags.$.streamed.or($.flags.$.encrypted).not()),
    ),
    $.body.with(streamed.of($.flags.$.streamed)),
  ])
  .flat('body');

// ───── directory (4.3.12) and its end (4.3.16) ─────

const Entry = struct('Entry', {
  signature: literal(u32be, ENTRY),
  versionMadeBy: u8.unit('tenths'),
  system: openEnumeration(u8, { dos: 0, unix: 3, ntfs: 10, macos: 19 }),
  versionNeeded: u16le.unit('tenths'),
  flags: Flags,
  method: Method,
  modified: DosTime,
  crc: u32le,
  compressedSize: u32le,
  size: u32le,
  nameLength: derived(u16le),
  extraLength: derived(u16le),
  commentLength: derived(u16le),
  disk: literal(u16le, 0),
  internalAttributes: flags(u16le, { text: 0 }),
  dosAttributes: flags(u16le, { readOnly: 0, hidden: 1, system: 2, directory: 4, archive: 5 }),
  unixMode: u16le,
  offset: u32le.doc('Offset of the file from the start of the archive.'),
  name: string(toEnd, 'latin1').doc('One character per byte; see textOf().'),
  extra: list(ExtraField, toEnd),
  comment: string(toEnd, 'latin1'),
}).where(($) => [
  $.nameLength.is(byteLength($.name)),
  $.extraLength.is(byteLength($.extra)),
  $.commentLength.is(byteLength($.comment)),
  check($.offset.lt(0xffffffff).and($.compressedSize.lt(0xffffffff)), 'an entry that needs no Zip64 field'),
]);

const End = struct('End', {
  signature: literal(u32be, END),
  disk: literal(u16le, 0),
  directoryDisk: literal(u16le, 0),
  entriesHere: derived(u16le),
  entries: u16le,
  directorySize: u32le,
  directoryOffset: u32le,
  comment: string(prefix(u16le), 'latin1'),
}).where(($) => [
  $.entriesHere.is($.entries),
  check($.directoryOffset.lt(0xffffffff), 'a directory whose offset needs no Zip64 record'),
]);

const entries = parameter('entries', u16le);

/**
 * A ZIP archive, read as unzip does: the end record gives the offset of the directory, and the directory those of the files.
 * Bytes in between, such as the program of a self-extracting archive, are kept in `rest`.
 */
export const Zip = struct('Zip', {
  end: tail(End),
  directory: at(list(Entry, entries)),
  files: atEach(LocalFile),
  rest: gaps(),
}).where(($) => [
  $.directory.at($.end.$.directoryOffset),
  $.directory.with(entries.of($.end.$.entries)),
  check($.end.$.directorySize.eq(byteLength($.directory)), 'the size of the directory'),
  $.files.atEach($.directory, ($entry) => ({
    offset: $entry.offset,
    with: [crc.of($entry.crc), compressedSize.of($entry.compressedSize), size.of($entry.size)],
  })),
]);
