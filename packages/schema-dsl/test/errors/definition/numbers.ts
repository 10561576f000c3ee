import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const numbers = {
  'missing-bit-order': {
    cure: 'Write `msb0` or `lsb0` as the last argument.',
    examples: ["bits('Flags', u8, { a: ubits(4), b: ubits(4) })"],
  },
  'mixed-bit-orders': {
    cure: 'Use one order for all fields, or put them into separate structs.',
    examples: ["struct('Head', { a: lsb0.ubits(4), b: msb0.ubits(4) })"],
  },
  'unfilled-bits': {
    cure: 'Pad with a constant or a field.',
    examples: [
      "struct('Head', { version: ubits(4), size: u8 })",
      "bits('Flags', u8, { a: bit, b: ubits(3) }, msb0)",
    ],
  },
  'too-many-bits': {
    cure: 'Use a wider word or narrower fields.',
    examples: [
      "bits('Flags', u8, { a: ubits(4), b: ubits(5) }, msb0)",
      "struct('Head', { n: uleb128(200) })",
      "struct('Head', { n: ubits(0) })",
    ],
  },
  'wrong-word': {
    cure: 'Use an unsigned integer with an explicit byte order, and only bit fields in it.',
    examples: [
      "bits('Flags', i16be, { a: ubits(16) }, msb0)",
      "bits('Flags', u8, { a: u8 }, msb0)",
      "bits('Flags', u16, { a: ubits(16) }, msb0)",
    ],
  },
  'shared-bytes': {
    cure: 'Refer to the whole run, for example as a struct made by `bits(…)`.',
    examples: [
      "struct('Head', { size: derived(u8), a: ubits(4), b: ubits(4) }).where(($) => [$.size.is(byteLength($.a))])",
    ],
  },
  'wrong-base': {
    cure: 'Use an integer; flags need an unsigned one.',
    examples: [
      "struct('Head', { kind: enumeration(f32be, { a: 1 }) })",
      "struct('Head', { set: flags(i8, { a: 0 }) })",
    ],
  },
  'duplicate-number': {
    cure: 'Keep one of the names.',
    examples: [
      "struct('Head', { kind: enumeration(u8, { text: 1, ascii: 1 }) })",
      "struct('Head', { set: flags(u8, { a: 0, b: 0 }) })",
    ],
  },
  'number-out-of-range': {
    cure: 'Use a number that the integer can hold; for a 64-bit integer, a bigint.',
    examples: [
      "struct('Head', { kind: enumeration(u8, { text: 256 }) })",
      "struct('Head', { kind: enumeration(u64be, { text: 1 }) })",
      "struct('Head', { set: flags(u8, { a: 8 }) })",
    ],
  },
  'wrong-literal': {
    cure: 'Use a value of the node: a bigint for 64 bits, hexadecimal digits for bytes.',
    examples: [
      "struct('Head', { magic: literal(u64be, 5) })",
      "struct('Head', { magic: literal(u8, 300) })",
      "struct('Head', { magic: literal(bytes(4), '7f454c') })",
      "struct('Head', { magic: literal(string(undefined, 'ascii'), 'é') })",
      "struct('Head', { ratio: literal(f32be, 0.1) })",
      "struct('Head', { magic: literal(bool, true) })",
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
