import type { Node } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  enumeration,
  f16be,
  f16le,
  f32be,
  f64le,
  flags,
  i8,
  i16be,
  i16le,
  i32be,
  i32le,
  i64be,
  i64le,
  literal,
  openEnumeration,
  prefix,
  preserve,
  preserveNaN,
  sleb128,
  string,
  struct,
  u8,
  u16be,
  u16le,
  u32be,
  u32le,
  u64be,
  u64le,
  uleb128,
  zigzag,
} from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser, RejectedInputError } from '../../src/binary-parser/index.js';
import { hex, itAgrees } from './agreement.js';

describe('integers', () => {
  const signed = (bits: number): fc.Arbitrary<number> =>
    fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });
  const unsigned = (bits: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 2 ** bits - 1 });
  const numbers: readonly (readonly [string, Node<number>, string, number, fc.Arbitrary<number>])[] = [
    ['u8', u8, 'fe', 254, unsigned(8)],
    ['i8', i8, 'fe', -2, signed(8)],
    ['u16be', u16be, '80 01', 0x8001, unsigned(16)],
    ['u16le', u16le, '80 01', 0x0180, unsigned(16)],
    ['i16be', i16be, 'ff 01', -255, signed(16)],
    ['i16le', i16le, 'ff 01', 0x01ff, signed(16)],
    ['u32be', u32be, 'f0 00 00 01', 0xf0000001, unsigned(32)],
    ['u32le', u32le, 'f0 00 00 01', 0x010000f0, unsigned(32)],
    ['i32be', i32be, 'ff ff ff 00', -256, signed(32)],
    ['i32le', i32le, '00 ff ff ff', -256, signed(32)],
  ];
  for (const [name, type, digits, value, values] of numbers)
    itAgrees(name, type, { examples: [[digits, value]], values });

  const bigints: readonly (readonly [string, Node<bigint>, string, bigint, fc.Arbitrary<bigint>])[] = [
    [
      'u64be',
      u64be,
      'ff 00 00 00 00 00 00 01',
      0xff00000000000001n,
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    ],
    [
      'u64le',
      u64le,
      'ff 00 00 00 00 00 00 01',
      0x01000000000000ffn,
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    ],
    ['i64be', i64be, 'ff ff ff ff ff ff ff fe', -2n, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
    ['i64le', i64le, 'fe ff ff ff ff ff ff ff', -2n, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
  ];
  for (const [name, type, digits, value, values] of bigints)
    itAgrees(name, type, { examples: [[digits, value]], values });
});

describe('booleans', () => {
  itAgrees('bool', bool, {
    examples: [
      ['00', false],
      ['01', true],
    ],
    values: fc.boolean(),
  });

  it('refuses a byte that is neither', () => {
    expect(() => parseWithBinaryParser(bool, hex('07'))).toThrow(RejectedInputError);
  });
});

describe('integers of variable length', () => {
  itAgrees('uleb128', uleb128(32), {
    examples: [
      ['e5 8e 26', 624485],
      ['00', 0],
      ['ff ff ff ff 0f', 0xffffffff],
    ],
    values: fc.integer({ min: 0, max: 0xffffffff }),
  });
  itAgrees('sleb128', sleb128(64), {
    examples: [['c0 bb 78', -123456n]],
    values: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  });
  itAgrees('zigzag', zigzag(16), { examples: [['03', -2]], values: fc.integer({ min: -32768, max: 32767 }) });
  const padded = preserve(uleb128(16));
  itAgrees('padding', padded, {
    examples: [
      ['03', 3],
      ['83 80 00', { value: 3, byteLength: 3 }],
    ],
    values: fc.integer({ min: 0, max: 65535 }),
  });
  itAgrees('a prefix', bytes(prefix(uleb128(16))), {
    examples: [['02 ca fe', hex('ca fe')]],
    values: fc.uint8Array({ maxLength: 200 }),
  });
  itAgrees('a bool whose other bytes are kept', preserve(bool), {
    examples: [
      ['01', true],
      ['07', 7],
    ],
    values: fc.oneof(fc.boolean(), fc.integer({ min: 2, max: 255 })),
  });

  it('refuses padding, and what its bits do not hold', () => {
    for (const digits of ['80 00', 'ff ff ff ff 10', '80 80 80 80 80 00'])
      expect(() => parseWithBinaryParser(uleb128(32), hex(digits)), digits).toThrow(RejectedInputError);
  });
});

describe('enumerations', () => {
  itAgrees('closed', enumeration(u8, { grey: 0, rgb: 2 }), {
    examples: [['02', 'rgb']],
    values: fc.constantFrom('grey', 'rgb'),
  });
  itAgrees('open', openEnumeration(u64be, { one: 1n }), {
    examples: [
      ['0000000000000001', 'one'],
      ['0000000000000002', 2n],
    ],
    values: fc.oneof(fc.constant('one' as const), fc.bigInt({ min: 2n, max: 2n ** 64n - 1n })),
  });

  it('refuses a number without a name', () => {
    expect(() => parseWithBinaryParser(enumeration(u8, { a: 1 }), hex('02'))).toThrow(RejectedInputError);
  });
});

describe('flags', () => {
  itAgrees('with other bits', flags(u8, { read: 0, write: 1 }), {
    examples: [['85', { read: true, write: false, unknown: 0x84 }]],
    values: fc.record({ read: fc.boolean(), write: fc.boolean(), unknown: fc.nat(63).map((n) => 4 * n) }),
  });
  itAgrees('of 64 bits', flags(u64be, { last: 63 }), {
    examples: [['8000000000000001', { last: true, unknown: 1n }]],
    values: fc.record({ last: fc.boolean(), unknown: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }) }),
  });

  it('refuses other bits where they are refused', () => {
    const strict = flags(u8, { a: 0 }, { strict: true });
    expect(() => parseWithBinaryParser(strict, hex('02'))).toThrow(RejectedInputError);
  });
});

describe('floats', () => {
  const halves = fc.constantFrom(
    0,
    -0,
    1,
    -2,
    65504,
    2 ** -24,
    2 ** -14,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  );
  itAgrees('f16be', f16be, {
    examples: [
      ['3c 00', 1],
      ['00 01', 2 ** -24],
      ['83 ff', -1023 * 2 ** -24],
      ['fc 00', Number.NEGATIVE_INFINITY],
      ['7e 00', Number.NaN],
    ],
    values: halves,
  });
  itAgrees('f16le', f16le, { examples: [['ff 7b', 65504]], values: halves });
  itAgrees('f32be', f32be, { examples: [['3f 80 00 00', 1]], values: fc.float() });
  itAgrees('f64le', f64le, { examples: [['00 00 00 00 00 00 f8 3f', 1.5]], values: fc.double() });
  itAgrees('NaNs that are kept', preserveNaN(f16be), {
    examples: [['7e 01', { nan: 0x7e01n }]],
    values: fc.constantFrom<number | { nan: bigint }>(1, { nan: 0x7e01n }),
  });

  it('refuses a NaN that a number cannot carry', () => {
    expect(() => parseWithBinaryParser(f16be, hex('7e 01'))).toThrow(RejectedInputError);
    expect(() => parseWithBinaryParser(f64le, hex('01 00 00 00 00 00 f8 7f'))).toThrow(RejectedInputError);
  });
});

describe('literals', () => {
  const Constants = struct('Constants', {
    zero: literal(u8, 0),
    big: literal(u64be, 1n),
    negative: literal(i16le, -2),
    magic: literal(bytes(2), 'cafe'),
    empty: literal(bytes(0), ''),
    word: literal(string(prefix(u8), 'ascii'), 'hi'),
    kept: u8,
  });
  const digits = '00 0000000000000001 feff cafe 026869 2a';

  itAgrees('constants of every type', Constants, {
    examples: [[digits, { kept: 42 }]],
    values: fc.record({ kept: fc.nat(255) }),
  });

  it('refuses each constant when one of its bytes differs, also a zero', () => {
    const good = hex(digits);
    for (let at = 0; at < good.length - 1; at++) {
      const bad = Uint8Array.from(good);
      bad[at] = (good[at] ?? 0) ^ 1;
      expect(() => parseWithBinaryParser(Constants, bad), `byte ${at}`).toThrow();
    }
  });
});
