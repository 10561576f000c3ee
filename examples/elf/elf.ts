import {
  asNumber,
  at,
  atEach,
  bytes,
  check,
  count,
  derived,
  endianness,
  enumeration,
  flags,
  gaps,
  list,
  literal,
  openEnumeration,
  optional,
  reserved,
  struct,
  u8,
  u16,
  u32,
  u64,
} from '@bytewright/schema-dsl';

/** Size of the bytes before everything that has a byte order; file offsets count from the start of these bytes. */
const IDENTIFICATION_SIZE = 16;

/** An address; the highest ones do not fit into a number. */
const address = u64;
const fileOffset = asNumber(u64);
const fileSize = asNumber(u64);

/** A part of the file that is loaded. Its bytes also belong to sections, or to gaps between them. */
const ProgramHeader = struct('ProgramHeader', {
  type: openEnumeration(u32, {
    unused: 0,
    load: 1,
    dynamic: 2,
    interpreter: 3,
    note: 4,
    headers: 6,
    threadLocal: 7,
    exceptionFrames: 0x6474e550,
    stack: 0x6474e551,
    readOnlyAfterRelocation: 0x6474e552,
    property: 0x6474e553,
  }),
  flags: flags(u32, { execute: 0, write: 1, read: 2 }),
  offset: fileOffset,
  virtualAddress: address,
  physicalAddress: address,
  fileSize,
  memorySize: u64.unit('bytes'),
  alignment: u64,
}).source('System V gABI, chapter 5, Program Header');

const SectionHeader = struct('SectionHeader', {
  name: u32.doc('Offset of the name in the section that holds section names'),
  type: openEnumeration(u32, {
    unused: 0,
    programData: 1,
    symbols: 2,
    strings: 3,
    relocationsWithAddends: 4,
    hash: 5,
    dynamic: 6,
    note: 7,
    noBytes: 8,
    relocations: 9,
    dynamicSymbols: 11,
  }),
  flags: flags(u64, {
    write: 0,
    allocate: 1,
    execute: 2,
    merge: 4,
    strings: 5,
    infoLink: 6,
    linkOrder: 7,
    group: 9,
    threadLocal: 10,
  }),
  address,
  offset: fileOffset,
  size: fileSize,
  link: u32,
  info: u32,
  alignment: u64,
  entrySize: u64,
}).source('System V gABI, chapter 4, Sections');

const Body = struct('Body', {
  type: openEnumeration(u16, { none: 0, relocatable: 1, executable: 2, shared: 3, core: 4 }),
  machine: openEnumeration(u16, {
    i386: 3,
    powerpc64: 21,
    s390: 22,
    arm: 40,
    x86: 62,
    aarch64: 183,
    riscv: 243,
  }),
  version: literal(u32, 1),
  entry: address,
  programHeadersOffset: fileOffset,
  sectionHeadersOffset: fileOffset,
  flags: u32,
  headerSize: u16,
  programHeaderSize: u16,
  programHeaderCount: derived(u16),
  sectionHeaderSize: u16,
  sectionHeaderCount: derived(u16),
  sectionNames: u16.doc('Index of the section that holds section names'),
  programHeaders: at(list(ProgramHeader)),
  sectionHeaders: at(list(SectionHeader)),
  contents: atEach(optional(bytes())).doc('Content of each section, if it is in the file'),
  rest: gaps().doc('Bytes that belong to no section and no table'),
}).where(($) => [
  $.programHeaderCount.is(count($.programHeaders)),
  $.sectionHeaderCount.is(count($.sectionHeaders)),
  check($.programHeaderSize.eq(56).or($.programHeaderCount.eq(0))),
  check($.sectionHeaderSize.eq(64).or($.sectionHeaderCount.eq(0))),
  $.programHeaders.at(
    $.programHeaderCount.eq(0).choose(0, $.programHeadersOffset.minus(IDENTIFICATION_SIZE)),
  ),
  $.sectionHeaders.at(
    $.sectionHeaderCount.eq(0).choose(0, $.sectionHeadersOffset.minus(IDENTIFICATION_SIZE)),
  ),
  $.contents.atEach($.sectionHeaders, ($section) => ({
    offset: $section.offset.minus(IDENTIFICATION_SIZE),
    size: $section.size,
    when: $section.type.ne('unused').and($section.type.ne('noBytes')),
  })),
]);

/** A 64-bit file in the Executable and Linkable Format. */
export const Elf = struct('Elf', {
  magic: literal(bytes(4), '7f454c46'),
  class: literal(u8, 2),
  byteOrder: enumeration(u8, { little: 1, big: 2 }),
  version: literal(u8, 1),
  abi: openEnumeration(u8, { systemV: 0, gnu: 3, freeBsd: 9 }),
  abiVersion: u8,
  reserved: reserved(7),
  body: Body,
})
  .source('System V gABI, chapter 4, ELF Header')
  .where(($) => [$.body.with(endianness.of($.byteOrder))]);
