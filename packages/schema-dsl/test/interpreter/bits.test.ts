import type { BitOrder, Node, Struct } from '@bytewright/schema-dsl';
import {
  bit,
  bits,
  byteLength,
  bytes,
  check,
  decode,
  derived,
  encode,
  explain,
  ibits,
  literal,
  lookahead,
  lsb0,
  msb0,
  optional,
  peek,
  present,
  struct,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  u32le,
  u64be,
  u64le,
  ubits,
} from '@bytewright/schema-dsl';
import { areDisjoint, firstBytes, irOf, sizeBounds } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, hex } from './support.js';

describe('the four ways to cut a word, with hand-written values', () => {
  const fields = { a: ubits(4), b: ubits(12) };
  test.each([
    ['big-endian from above', bits('W', u16be, fields, msb0), { a: 3, b: 0x412 }],
    ['big-endian from below', bits('W', u16be, fields, lsb0), { a: 2, b: 0x341 }],
    ['little-endian from above', bits('W', u16le, fields, msb0), { a: 1, b: 0x234 }],
    ['little-endian from below', bits('W', u16le, fields, lsb0), { a: 4, b: 0x123 }],
  ])('%s', (_, schema, value) => {
    expect(decode(schema, hex('34 12'))).toEqual(value);
    expect(encode(schema, value)).toEqual(hex('34 12'));
  });
});

/** The bits of bytes as text, in the order in which a run's fields take them; `run` is compared with it. */
const inOrder: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  msb0: (all) => [...all].map((byte) => byte.toString(2).padStart(8, '0')).join(''),
  // the least significant bit first: each byte from the right
  lsb0: (all) => [...all].map((byte) => [...byte.toString(2).padStart(8, '0')].reverse().join('')).join(''),
};

/** Widths that fill whole bytes, with at most the given number of bits each. */
const widths = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 8 }).map((all) => {
  const rest = all.reduce((sum, width) => sum + width, 0) % 8;
  return rest === 0 ? all : [...all, 8 - rest];
});

function fieldsOf(order: BitOrder, all: readonly number[], isSigned: boolean): Record<string, Node<unknown>> {
  return Object.fromEntries(
    all.map((width, i): [string, Node<unknown>] => [
      `f${i}`,
      isSigned ? order.ibits(width) : order.ubits(width),
    ]),
  );
}

/** A number from its bits, the most significant one first. */
function numberOf(digits: string, isSigned: boolean): number | bigint {
  const unsigned = BigInt(`0b${digits}`);
  const value = isSigned ? BigInt.asIntN(digits.length, unsigned) : unsigned;
  return digits.length > 48 ? value : Number(value);
}

describe('runs of any widths, compared with their bits written out', () => {
  test.each([msb0, lsb0])('$order', (order) => {
    fc.assert(
      fc.property(widths, fc.boolean(), fc.infiniteStream(fc.nat(255)), (all, isSigned, stream) => {
        const size = all.reduce((sum, width) => sum + width, 0) / 8;
        const input = Uint8Array.from([...stream.take(size)]);
        const schema = struct('Run', fieldsOf(order, all, isSigned) as never) as Node<unknown>;
        const digits = inOrder[order.order]?.(input) ?? '';
        let at = 0;
        const expected = Object.fromEntries(
          all.map((width, i) => {
            const own = digits.slice(at, at + width);
            at += width;
            return [`f${i}`, numberOf(order === lsb0 ? [...own].reverse().join('') : own, isSigned)];
          }),
        );
        expect(decode(schema, input)).toEqual(expected);
        expect(encode(schema, expected)).toEqual(input);
      }),
    );
  });

  // a big-endian msb0 word equals an msb0 run, a little-endian lsb0 word an lsb0 run
  test.each([
    ['u32be', u32be, msb0],
    ['u64be', u64be, msb0],
    ['u32le', u32le, lsb0],
    ['u64le', u64le, lsb0],
  ] as const)('the bits of %s are those of a run', (name, word, order) => {
    const size = name.includes('64') ? 8 : 4;
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: size, maxLength: size }),
        fc.integer({ min: 1, max: 8 * size - 1 }),
        (input, width) => {
          const all = [width, 8 * size - width];
          const inWord = bits('W', word, fieldsOf({ ...msb0, ubits, ibits }, all, true) as never, order);
          const inRun = struct('R', fieldsOf(order, all, true) as never) as Node<unknown>;
          expect(decode(inWord, input)).toEqual(decode(inRun, input));
        },
      ),
    );
  });

  test.each([
    ['u16le', u16le, 'u16be', u16be],
    ['u64le', u64le, 'u64be', u64be],
  ] as const)('%s is %s with its bytes reversed, from either end', (_, little, __, big) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        fc.constantFrom(msb0, lsb0),
        (all, order) => {
          const input = little === u16le ? all.slice(0, 2) : all;
          const fields = (
            little === u16le ? { a: bit, b: ibits(15) } : { a: ubits(50), b: ibits(14) }
          ) as never;
          expect(decode(bits('L', little, fields, order), input)).toEqual(
            decode(bits('B', big, fields, order), input.slice().reverse()),
          );
        },
      ),
    );
  });
});

describe('values', () => {
  test('are numbers up to 48 bits, and bigints above', () => {
    const S = struct('S', { a: ubits(48), b: ibits(48), c: ubits(49), d: ibits(47) });
    const all = decode(S, hex('ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff'));
    expect(all).toEqual({ a: 2 ** 48 - 1, b: -1, c: 2n ** 49n - 1n, d: -1 });
  });

  test('may have 128 bits', () => {
    const S = struct('S', { a: bit, b: ubits(128), c: ibits(7) });
    const value = { a: false, b: 1n, c: -1 };
    const input = hex('00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ff');
    expect(decode(S, input)).toEqual(value);
    expect(encode(S, value)).toEqual(input);
  });

  test.each([
    [{ a: 16, b: 0, c: 0n, d: true }, 'out-of-range', 0, 'a', 'ubits(4), 0 to 0xf (15)', '0x10 (16)'],
    [{ a: -1, b: 0, c: 0n, d: true }, 'out-of-range', 0, 'a', 'ubits(4), 0 to 0xf (15)', '-1'],
    [{ a: 0, b: 1024, c: 0n, d: true }, 'out-of-range', 0, 'b', undefined, undefined],
    [{ a: 0, b: -1025, c: 0n, d: true }, 'out-of-range', 0, 'b', undefined, undefined],
    [{ a: 0, b: 1.5, c: 0n, d: true }, 'wrong-type', 0, 'b', 'ibits(11), an integer', '1.5'],
    [{ a: 0, b: 0, c: 0, d: true }, 'wrong-type', 1, 'c', 'ubits(64), a bigint', '0'],
    [{ a: 0, b: 0, c: 2n ** 64n, d: true }, 'out-of-range', 1, 'c', undefined, undefined],
    [{ a: 0, b: 0, c: 0n, d: 1 }, 'wrong-type', 9, 'd', 'a boolean', '1'],
    [{ a: 0, b: 0, c: 0n }, 'wrong-type', 9, 'd', 'a boolean', 'undefined'],
  ])('%o is refused', (value, code, offset, path, expected, found) => {
    const S = struct('S', { a: ubits(4), b: ibits(11), c: ubits(64), d: bit });
    const error = encodeErrorOf(S, value);
    expect(error).toMatchObject({ code, offset, path });
    if (expected !== undefined) expect(error).toMatchObject({ expected, found });
  });
});

describe('decode errors', () => {
  const S = struct('S', {
    x: u8,
    a: ubits(4),
    b: literal(ubits(12), 0x123),
    c: literal(bit, true),
    d: ubits(7),
  });

  test('report a truncated run for its first field, at the start of the run', () => {
    for (const input of ['00', '00 01', '00 01 23'])
      expect(decodeErrorOf(S, hex(input))).toMatchObject({
        code: 'unexpected-end',
        offset: 1,
        path: 'a',
        expected: 'bit fields (3 bytes)',
      });
  });

  test('report a wrong constant at the first byte that holds part of it', () => {
    expect(decodeErrorOf(S, hex('00 01 24 80'))).toEqual({
      code: 'wrong-constant',
      offset: 1,
      path: 'b',
      expected: '0x123 (291)',
      found: '0x124 (292)',
    });
    expect(decodeErrorOf(S, hex('00 01 23 7f'))).toEqual({
      code: 'wrong-constant',
      offset: 3,
      path: 'c',
      expected: 'true',
      found: 'false',
    });
  });

  test('report the first field of a little-endian msb0 word in the last byte', () => {
    const W = bits('W', u16le, { a: literal(ubits(4), 5), b: ubits(12) }, msb0);
    expect(decodeErrorOf(W, hex('00 40'))).toMatchObject({ code: 'wrong-constant', offset: 1, path: 'a' });
    expect(decodeErrorOf(W, hex('00'))).toMatchObject({ code: 'unexpected-end', offset: 0, path: 'a' });
  });

  test('report a check as soon as its field is known, before a later constant', () => {
    const C = struct('C', { a: ubits(9), b: literal(ubits(7), 1) }).where(($) => [
      check($.a.lt(256), 'small'),
    ]);
    expect(decodeErrorOf(C, hex('80 00'))).toMatchObject({ code: 'check-failed', offset: 0, path: 'a' });
    expect(decodeErrorOf(C, hex('00 00'))).toMatchObject({ code: 'wrong-constant', offset: 1, path: 'b' });
  });
});

test('bit fields decide sizes, counts, presence and arms', () => {
  const S = struct('S', {
    size: derived(ubits(3)),
    hasNote: derived(bit),
    kind: ubits(4),
    body: bytes(),
    note: optional(u8),
  }).where(($) => [$.size.is(byteLength($.body)), $.hasNote.is(present($.note)), check($.kind.lt(9))]);
  expect(decode(S, hex('51 aa bb 07'))).toEqual({ kind: 1, body: hex('aa bb'), note: 7 });
  expect(encode(S, { kind: 8, body: hex(''), note: undefined })).toEqual(hex('08'));
  expect(encodeErrorOf(S, { kind: 8, body: new Uint8Array(8), note: undefined })).toMatchObject({
    code: 'out-of-range',
    path: 'size',
    expected: 'ubits(3), 0 to 7',
  });
});

test('a field that extends to the end leaves room for later runs', () => {
  const Last = bits('Last', u8, { d: ubits(3), e: ubits(5) }, msb0);
  const S = struct('S', { body: bytes(toEnd), a: ubits(4), b: ubits(12), last: Last });
  const value = { body: hex('01 02'), a: 3, b: 0x456, last: { d: 3, e: 24 } };
  expect(decode(S, hex('01 02 34 56 78'))).toEqual(value);
  expect(encode(S, value)).toEqual(hex('01 02 34 56 78'));
});

test('looks ahead at a struct of bits', () => {
  const Head = bits('Head', u8, { mark: literal(ubits(4), 0xa), size: ubits(4) }, msb0);
  const S = struct('S', {
    isMarked: lookahead(Head),
    next: peek(bits('Next', u8, { high: ubits(4), low: ubits(4) }, msb0)),
    first: u8,
    second: optional(u8),
  }).where(($) => [$.second.presentWhen($.next.$.low.eq(2))]);
  expect(decode(S, hex('a2 07'))).toEqual({ isMarked: true, first: 0xa2, second: 7 });
  expect(decode(S, hex('b1'))).toEqual({ isMarked: false, first: 0xb1, second: undefined });
});

test('distinguishes alternatives by constants in the first byte', () => {
  const V4 = struct('V4', { version: literal(ubits(4), 4), rest: ubits(12) });
  const V6 = struct('V6', { version: literal(ubits(4), 6), rest: ubits(12) });
  const Any = struct('Any', { version: ubits(4), rest: ubits(12) });
  const firstOfRoot = (schema: Struct<never>): ReturnType<typeof firstBytes> => {
    const { root, structs } = irOf(schema);
    return firstBytes(root, structs);
  };
  const [v4, v6, any] = [V4, V6, Any].map((schema) => firstOfRoot(schema as never));
  expect([...(v4?.bytes ?? [])].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 16 }, (_, i) => 0x40 + i),
  );
  expect(v4 && v6 && areDisjoint(v4, v6)).toBe(true);
  expect(v4 && any && areDisjoint(v4, any)).toBe(false);
  const { root, structs } = irOf(V4);
  expect(sizeBounds(root, structs)).toEqual({ min: 2, max: 2 });
});

describe('an explanation', () => {
  const S = struct('S', { x: u8, a: ubits(4), b: ubits(12), c: literal(ubits(5), 1), d: ubits(3) });

  test('gives the bits of a field', () => {
    const { root, error } = explain(S, hex('00 12 34 0d'));
    expect(error).toBeUndefined();
    expect(
      root.parts.map(({ path, offset, length, bitOffset, bitLength }) => [
        path,
        offset,
        length,
        bitOffset,
        bitLength,
      ]),
    ).toEqual([
      ['x', 0, 1, undefined, undefined],
      ['a', 1, 1, 0, 4],
      ['b', 1, 2, 4, 12],
      ['c', 3, 1, 16, 5],
      ['d', 3, 1, 21, 3],
    ]);
    expect(root.length).toBe(4);
  });

  test('of damaged bytes stops at the faulty field', () => {
    const { root, error } = explain(S, hex('00 12 34 15'));
    expect(error).toMatchObject({ code: 'wrong-constant', path: 'c' });
    expect(root.parts.map(({ path, complete, length }) => [path, complete, length])).toEqual([
      ['x', true, 1],
      ['a', true, 1],
      ['b', true, 2],
      ['c', false, 0],
    ]);
    expect(root.length).toBe(3);
  });
});
