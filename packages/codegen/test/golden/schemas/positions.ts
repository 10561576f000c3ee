import {
  at,
  atEach,
  byteLength,
  bytes,
  count,
  derived,
  gaps,
  list,
  literal,
  optional,
  parameter,
  prefix,
  sized,
  string,
  struct,
  tail,
  u8,
  u16be,
  u16le,
  u32le,
  u64le,
} from '@bytewright/schema-dsl';

/** As in an ELF file, much smaller: what a section is, where its content lies, and how large that is. */
const SectionHeader = struct('SectionHeader', { kind: u8, offset: u64le, size: u16le });

/** A table of sections at an offset, and their contents at theirs; sections of kind 8 have no bytes in the file. */
export const MiniElf = struct('MiniElf', {
  magic: literal(bytes(4), '7f454c46'),
  sectionOffset: u16le,
  sectionCount: derived(u8),
  sections: at(list(SectionHeader)),
  contents: atEach(optional(bytes())),
  rest: gaps(),
}).where(($) => [
  $.sectionCount.is(count($.sections)),
  $.sections.at($.sectionOffset),
  $.contents.atEach($.sections, ($section) => ({
    offset: $section.offset.toNumber(),
    size: $section.size,
    when: $section.kind.ne(8),
  })),
]);

const entryCount = parameter('entryCount', u8);
const storedSize = parameter('storedSize', u16le);

const ZipEnd = struct('ZipEnd', {
  signature: literal(string(4), 'PK\x05\x06'),
  entryCount: u8,
  entriesOffset: u16le,
  comment: string(prefix(u16le), 'latin1'),
});
const ZipEntry = struct('ZipEntry', {
  signature: literal(string(4), 'PK\x01\x02'),
  size: u16le,
  offset: u16le,
  name: string(prefix(u8)),
});
const ZipFile = struct('ZipFile', {
  signature: literal(string(4), 'PK\x03\x04'),
  name: string(prefix(u8)),
  data: bytes(storedSize),
});

/** As a ZIP file, much smaller: read from its end, which says where the directory is, which says where the files are. */
export const MiniZip = struct('MiniZip', {
  end: tail(ZipEnd),
  entries: at(list(ZipEntry, entryCount)),
  files: atEach(ZipFile),
  between: gaps(),
}).where(($) => [
  $.entries.at($.end.$.entriesOffset),
  $.entries.with(entryCount.of($.end.$.entryCount)),
  $.files.atEach($.entries, ($entry) => ({ offset: $entry.offset, with: [storedSize.of($entry.size)] })),
]);

/** Offsets as plain numbers, fields that go on behind what lies elsewhere, a fixed offset, and no room for gaps. */
export const StringTable = struct('StringTable', {
  count: derived(u8),
  offsets: list(u8),
  texts: atEach(string(prefix(u8))),
  noteOffset: u8,
  noteSize: derived(u8),
  note: at(optional(string())),
  flags: u8,
  version: at(16, u16be),
}).where(($) => [
  $.count.is(count($.offsets)),
  $.texts.atEach($.offsets, ($offset) => ({ offset: $offset })),
  $.note.at($.noteOffset),
  $.note.presentWhen($.noteOffset.gt(0)),
  $.noteSize.is(byteLength($.note)),
]);

/** Regions of their own, in which offsets count from their starts, and a trailer of one size. */
export const Bundle = struct('Bundle', {
  first: sized(prefix(u8), MiniElf),
  second: sized(
    prefix(u8),
    struct('TrailedBody', { offset: u8, body: at(string(prefix(u8))), trailer: tail(u32le), rest: gaps() }).where(($) => [
      $.body.at($.offset),
    ]),
  ),
});
