import type { Node } from '@bytewright/schema-dsl';
import {
  asNumber,
  byteLength,
  bytes,
  decode,
  derived,
  encode,
  endianness,
  f32be,
  irOf,
  isEncodeError,
  list,
  literal,
  prefix,
  preserveNaN,
  SchemaError,
  struct,
  u8,
  u16,
  u24be,
  u64be,
  u128be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { bytesOfHex as bytesOf } from '../../../../test/bytes-of-hex.js';

function thrown(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('wide integers as numbers', () => {
  const Blob = struct('Blob', { length: derived(asNumber(u64be)), data: bytes() }).where(($) => [
    $.length.is(byteLength($.data)),
  ]);

  test('can be used as lengths', () => {
    expect(decode(Blob, bytesOf('0000000000000001 aa'))).toEqual({ data: Uint8Array.of(0xaa) });
    expect(encode(Blob, { data: Uint8Array.of(0xaa) })).toEqual(bytesOf('0000000000000001 aa'));
    expect(thrown(() => decode(Blob, bytesOf('0020000000000000')))).toMatchObject({
      code: 'invalid-value',
      path: 'length',
      offset: 0,
    });
  });

  test('give plain arrays in lists', () => {
    const All = struct('All', { all: list(asNumber(u64be), prefix(u8)) });
    expect(decode(All, bytesOf('01 0000000000000005')).all).toEqual([5]);
  });

  test('reject a bigint, and unsafe integers', () => {
    const One = struct('One', { n: asNumber(u128be) });
    for (const n of [1n, 2 ** 53, -1, 0.5]) {
      expect(isEncodeError(thrown(() => encode(One, { n: n as number })))).toBe(true);
    }
  });

  test('are allowed only for more than 48 bits', () => {
    expect(() => asNumber(u24be as unknown as Node<bigint>)).toThrow('more than 48 bits');
    expect(() => irOf(struct('Bad', { a: literal(asNumber(u64be), 5) }))).toThrow(SchemaError);
  });
});

describe('the byte order as a parameter', () => {
  const Pair = struct('Pair', { a: u16, b: u16 });

  test('must be bound', () => {
    expect(() => irOf(Pair)).toThrow("reads the parameter 'endianness', which nothing binds");
  });

  test('is bound to one of two strings', () => {
    expect(() => endianness.of('middle' as 'big')).toThrow(
      "endianness.of(): expected 'little' or 'big', found \"middle\"",
    );
  });

  test('applies to nested structs, prefixes and constants', () => {
    const Inner = struct('Inner', {
      magic: literal(u16, 0x0102),
      data: bytes(prefix(u16)),
      pairs: list(Pair, 1),
    });
    const Outer = struct('Outer', {
      little: Inner.with(endianness.of('little')),
      big: Inner.with(endianness.of('big')),
    });
    const value = { data: Uint8Array.of(7), pairs: [{ a: 1, b: 2 }] };
    const wire = bytesOf('0201 0100 07 0100 0200  0102 0001 07 0001 0002');
    expect(encode(Outer, { little: value, big: value })).toEqual(wire);
    expect(decode(Outer, wire)).toEqual({ little: value, big: value });
  });

  test('uses an inner binding before an outer one', () => {
    const Mixed = struct('Mixed', { a: u16, b: u16.with(endianness.of('big')) });
    const Whole = struct('Whole', { mixed: Mixed.with(endianness.of('little')) });
    expect(decode(Whole, bytesOf('0100 0001'))).toEqual({ mixed: { a: 1, b: 1 } });
  });
});

describe('floats', () => {
  test('accept constants that JSON represents and the width does not round', () => {
    expect(encode(struct('One', { one: literal(f32be, 1.5) }), {})).toEqual(bytesOf('3fc00000'));
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -0, 0.1])
      expect(() => irOf(struct('Bad', { a: literal(f32be, value) }))).toThrow(SchemaError);
  });

  test('that keep NaNs give plain arrays in lists', () => {
    const All = struct('All', { all: list(preserveNaN(f32be), 2) });
    const wire = bytesOf('7fc00001 3f800000');
    expect(decode(All, wire).all).toEqual([{ nan: 0x7fc00001n }, 1]);
    expect(encode(All, { all: [{ nan: 0x7fc00001n }, 1] })).toEqual(wire);
  });

  test('are the only nodes for preserveNaN()', () => {
    expect(() => preserveNaN(u24be)).toThrow('preserveNaN(): expected a float, such as f32be, found u24be');
  });
});
