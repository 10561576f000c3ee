import {
  asNumber,
  bytes,
  i64le,
  list,
  literal,
  struct,
  toEnd,
  u8,
  u16le,
  u32le,
  u64le,
} from '@bytewright/schema-dsl';

// What an import reads of a program: where its segments lie, and what the loader puts into them. Little-endian programs
// of 64 bits only: QEMU is built for x86-64 and AArch64 hosts, and the import refuses others.

const position = asNumber(u64le);

/** The first 64 bytes: `7f 45 4c 46 02 01 01 …`. */
export const ElfHeader = struct('ElfHeader', {
  magic: literal(bytes(4), '7f454c46'),
  class: literal(u8, 2).doc('64 bits'),
  byteOrder: literal(u8, 1).doc('Little-endian'),
  identificationVersion: literal(u8, 1),
  identificationRest: bytes(9),
  type: u16le,
  machine: u16le.doc('62: x86-64, 183: AArch64'),
  version: literal(u32le, 1),
  entry: u64le,
  programHeadersOffset: position,
  sectionHeadersOffset: u64le,
  flags: u32le,
  headerSize: u16le,
  programHeaderSize: literal(u16le, 56),
  programHeaderCount: u16le,
  sectionHeaderSize: u16le,
  sectionHeaderCount: u16le,
  sectionNames: u16le,
})
  .source('System V gABI, chapter 4, ELF Header')
  .doc('The header of a 64-bit little-endian program.');

const ProgramHeader = struct('ElfProgramHeader', {
  type: u32le.doc('1: a part that is loaded, 2: what the dynamic loader needs'),
  flags: u32le.doc('Bit 0: code, bit 1: writable, bit 2: readable'),
  fileOffset: position,
  address: position,
  physicalAddress: u64le,
  fileSize: position,
  memorySize: position,
  alignment: u64le,
}).source('System V gABI, chapter 5, Program Header');

/** The table of program headers. */
export const ElfProgramHeaders = struct('ElfProgramHeaders', { headers: list(ProgramHeader, toEnd) });

const DynamicEntry = struct('ElfDynamicEntry', { tag: u64le, value: u64le }).source(
  'System V gABI, chapter 5, Dynamic Section',
);

/** What the dynamic loader needs: tags and values, up to the tag 0. */
export const ElfDynamicSection = struct('ElfDynamicSection', { entries: list(DynamicEntry, toEnd) });

const Relocation = struct('ElfRelocation', {
  address: position.doc('Where the loader writes a pointer'),
  type: u32le,
  symbol: u32le,
  addend: asNumber(i64le),
}).source('System V gABI, chapter 4, Relocation (Elf64_Rela)');

/** A table of relocations with addends (`DT_RELA`). */
export const ElfRelocations = struct('ElfRelocations', { relocations: list(Relocation, toEnd) });

/** Relative relocations, packed (`DT_RELR`): an address, or a bitmap of the 63 words behind the last one. */
export const ElfPackedRelocations = struct('ElfPackedRelocations', { words: list(u64le, toEnd) }).source(
  'System V gABI, chapter 4, Relative Relocation Table',
);

/** A symbol of the dynamic symbol table. */
export const ElfSymbol = struct('ElfSymbol', {
  name: u32le,
  info: u8,
  other: u8,
  section: u16le.doc('0: defined elsewhere'),
  value: position,
  size: u64le,
}).source('System V gABI, chapter 4, Symbol Table');
