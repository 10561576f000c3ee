import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const placement = {
  'wrong-checksum-field': {
    cure: "Give the field the size and signedness of the algorithm's result.",
    examples: [
      "struct('Packet', { data: bytes(4), sum: derived(u16be) }).where(($) => [$.sum.is(crc32(span($.data, $.data)))])",
      "struct('Packet', { data: bytes(4), sum: derived(string(4)) }).where(($) => [$.sum.is(crc32(span($.data, $.data)))])",
    ],
  },
  'checksum-cycle': {
    cure: "Derive nothing from a checksum; if two checksums cover each other, exclude one from the other's span.",
    examples: [
      "struct('Packet', { a: derived(u32be), b: derived(u32be) }).where(($) => [$.a.is(crc32(span($.b, $.b))), $.b.is(crc32(span($.a, $.a)))])",
      "struct('Packet', { data: bytes(4), sum: derived(u32be), copy: derived(u32be) }).where(($) => [$.sum.is(crc32(span($.data, $.data))), $.copy.is($.sum)])",
    ],
  },
  'wrong-virtual-header': {
    cure: 'Use a struct of integers, booleans and constants, and give each a value that is known.',
    examples: [
      `const Pseudo = struct('Pseudo', { zero: literal(u8, 0), length: u16be });
struct('Segment', { sum: derived(u16be), data: bytes(4) }).where(($) => [$.sum.is(internetChecksum(virtual(Pseudo, {}), span($.data, $.data)))])`,
    ],
  },
  'wrong-span': {
    cure: 'Name two fields of the struct, in wire order.',
    examples: [
      "struct('Packet', { a: u8, b: u8, sum: derived(u32be) }).where(($) => [$.sum.is(crc32(span($.b, $.a)))])",
    ],
  },
  'missing-offset': {
    cure: 'Add an offset: `at(offset, node)`, `$.field.at(…)` or `$.field.atEach(…)`.',
    examples: [
      "struct('File', { offset: u8, data: at(bytes(2)) })",
      "struct('File', { entries: list(u8, 2), data: atEach(bytes(2)) })",
    ],
  },
  'wrong-offset': {
    cure: 'Use a list of the same struct that is always present, and take the offset from its element.',
    examples: [
      `struct('File', { n: u8, data: atEach(bytes(2)) })
  .where(($) => [$.data.atEach($.n, ($entry) => ({ offset: $entry }))])`,
      `struct('File', { entries: list(u8, 2), data: atEach(bytes(2)) })
  .where(($) => [$.data.atEach($.entries, () => ({ offset: constant(8) }))])`,
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
