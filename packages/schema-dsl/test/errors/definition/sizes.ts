import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const sizes = {
  'missing-end': {
    cure: 'Give a size, a prefix or an ending, or relate a length in front: `$.length.is(byteLength($.data))`.',
    examples: [
      "struct('Packet', { length: u16be, payload: bytes() })",
      "struct('Entry', { name: string() })",
      "struct('Packet', { data: bytes(), length: derived(u8) }).where(($) => [$.length.is(byteLength($.data))])",
    ],
  },
  'missing-count': {
    cure: 'Give a count, a prefix or an ending, or relate a count in front: `$.n.is(count($.items))`.',
    examples: ["struct('Table', { n: u8, rows: list(u16be) })"],
  },
  'wrong-ending': {
    cure: 'Use an ending of this kind of node; prefixes are integers without padding.',
    examples: [
      "struct('Text', { text: string(prefix(f32be)) })",
      "struct('Text', { text: string(prefix(string(2))) })",
      "struct('Table', { rows: list(u8, terminated(0)) })",
      "struct('Text', { text: bytes(endsWith(literal(u8, 0))) })",
      "struct('Table', { rows: list(u16be, padded(8)) })",
    ],
  },
  'greedy-field': {
    cure: 'Give the field a size, or put what follows into a part of fixed size.',
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
    cure: 'Write a non-negative integer; in utf-16 an even one.',
    examples: ["struct('Key', { key: bytes(-1) })", "struct('Name', { name: string(5, 'utf-16le') })"],
  },
  'invalid-fill': {
    cure: 'Give a byte, 0 to 255; in utf-16 a unit that is a character.',
    examples: [
      "struct('Name', { name: string(padded(8, 256)) })",
      "struct('Name', { name: string(padded(8, 0xd800), 'utf-16le') })",
    ],
  },
  'invalid-terminator': {
    cure: 'Give one byte or several, and whole units of the text.',
    examples: [
      "struct('Line', { text: string(terminated('')) })",
      "struct('Line', { text: string(terminated('0d'), 'utf-16le') })",
    ],
  },
  'unknown-encoding': {
    cure: 'Use an encoding that the language knows, or a codec of your own by `custom(…)`.',
    examples: [
      "struct('Name', { name: string(8, 'utf8') })",
      "struct('Name', { name: string(8, 'shift-jis') })",
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
