import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const sizes = {
  'missing-end': {
    cure: 'Add a size, a prefix or an ending, or a relation on an earlier length: `$.length.is(byteLength($.data))`.',
    examples: [
      "struct('Packet', { length: u16be, payload: bytes() })",
      "struct('Entry', { name: string() })",
      "struct('Packet', { data: bytes(), length: derived(u8) }).where(($) => [$.length.is(byteLength($.data))])",
    ],
  },
  'missing-count': {
    cure: 'Add a count, a prefix or an ending, or a relation on an earlier count: `$.n.is(count($.items))`.',
    examples: ["struct('Table', { n: u8, rows: list(u16be) })"],
  },
  'wrong-ending': {
    cure: 'Use an ending that this kind of node supports; a prefix must be an integer that is not preserved.',
    examples: [
      "struct('Text', { text: string(prefix(f32be)) })",
      "struct('Text', { text: string(prefix(string(2))) })",
      "struct('Table', { rows: list(u8, terminated(0)) })",
      "struct('Text', { text: bytes(endsWith(literal(u8, 0))) })",
      "struct('Table', { rows: list(u16be, padded(8)) })",
    ],
  },
  'greedy-field': {
    cure: 'Give the field a size, or make what follows fixed-size.',
    examples: [
      "struct('File', { data: bytes(toEnd), name: string(cstring) })",
      "struct('File', { rows: list(struct('Row', { text: string(toEnd) }), 3) })",
    ],
  },
  'region-misfit': {
    cure: 'Make the region as large as its content, or pad the content.',
    examples: ["struct('Slot', { entry: sized(8, struct('Entry', { a: u16be, b: u32be })) })"],
  },
  'invalid-size': {
    cure: 'Use a non-negative integer; for utf-16 an even one.',
    examples: ["struct('Key', { key: bytes(-1) })", "struct('Name', { name: string(5, 'utf-16le') })"],
  },
  'invalid-fill': {
    cure: 'Use a byte, 0 to 255; for utf-16 a code unit that is a character.',
    examples: [
      "struct('Name', { name: string(padded(8, 256)) })",
      "struct('Name', { name: string(padded(8, 0xd800), 'utf-16le') })",
    ],
  },
  'invalid-terminator': {
    cure: 'Use one or more bytes that are whole code units of the text.',
    examples: [
      "struct('Line', { text: string(terminated('')) })",
      "struct('Line', { text: string(terminated('0d'), 'utf-16le') })",
    ],
  },
  'unknown-encoding': {
    cure: 'Use a supported encoding, or your own codec with `custom(…)`.',
    examples: [
      "struct('Name', { name: string(8, 'utf8') })",
      "struct('Name', { name: string(8, 'shift-jis') })",
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
