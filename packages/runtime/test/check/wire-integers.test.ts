import { EncodeError } from '@bytewright/runtime';
import {
  checkBigint,
  checkInteger,
  i8,
  i16,
  i16be,
  i16le,
  i32,
  i32be,
  i32le,
  i64,
  i64be,
  i64le,
  u8,
  u16,
  u16be,
  u16le,
  u32,
  u32be,
  u32le,
  u64,
  u64be,
  u64le,
} from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.js';

const CHECKS = {
  i16,
  i32,
  i64,
  u16,
  u32,
  u64,
  i8,
  i16be,
  i16le,
  i32be,
  i32le,
  i64be,
  i64le,
  u8,
  u16be,
  u16le,
  u32be,
  u32le,
  u64be,
  u64le,
};
const WIDTHS = { 8: [''], 16: ['', 'be', 'le'], 32: ['', 'be', 'le'], 64: ['', 'be', 'le'] } as const;

const TYPES = ([8, 16, 32, 64] as const).flatMap((bits) =>
  ([false, true] as const).flatMap((isSigned) =>
    WIDTHS[bits].map((order) => {
      const half = 2n ** BigInt(bits - 1);
      const [min, max] = isSigned ? [-half, half - 1n] : [0n, 2n * half - 1n];
      const name = `${isSigned ? 'i' : 'u'}${bits}${order}` as const;
      return { name, min, max, isWide: bits === 64 };
    }),
  ),
);

describe.each(TYPES)('$name', ({ name, min, max, isWide }) => {
  const check: (value: unknown, offset: number | undefined, path: string) => unknown = Reflect.get(
    CHECKS,
    name,
  );
  const other = (value: unknown): unknown =>
    isWide
      ? checkBigint(value, min, max, 3, 'x', name)
      : checkInteger(value, Number(min), Number(max), 3, 'x', name);

  test('lets through what is in range', () => {
    for (const value of [min, max, 0n, 1n, min + 1n, max - 1n]) {
      const given = isWide ? value : Number(value);
      expect(check(given, 3, 'x')).toBe(given);
    }
  });

  test('refuses all else as the general check does', () => {
    const near = [min - 1n, max + 1n].map((value) => (isWide ? value : Number(value)));
    const wrong = [...near, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined, {}, true];
    const others = isWide ? [1, 2 ** 64] : [1n, 2 ** 53, -(2 ** 53), 4294967296, -2147483649];
    for (const value of [...wrong, ...others]) {
      const expected = thrown(() => other(value));
      expect(expected).toBeInstanceOf(EncodeError);
      expect(thrown(() => check(value, 3, 'x'))).toEqual(expected);
    }
  });
});

test('there are 20 of them', () => expect(TYPES).toHaveLength(20));
