import {
  afterLast,
  equalBytes,
  exactBigint,
  exactQuotient,
  isSize,
  safeNumber,
  selectsArm,
} from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const NOT_SAFE = [2 ** 53, -(2 ** 53), 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

test('a size is a safe integer of 0 or more', () => {
  expect([0, 1, 2 ** 32, Number.MAX_SAFE_INTEGER].map(isSize)).toEqual([true, true, true, true]);
  const others = [...NOT_SAFE, -1, 1n, '1', true, null, undefined, [1], new Number(1)];
  expect(others.map(isSize)).toEqual(others.map(() => false));
});

test('a 64-bit number is a number as far as numbers go, and NaN beyond', () => {
  expect(safeNumber(0n)).toBe(0);
  expect(safeNumber(-1n)).toBe(-1);
  expect(safeNumber(2n ** 53n - 1n)).toBe(2 ** 53 - 1);
  expect(safeNumber(1n - 2n ** 53n)).toBe(1 - 2 ** 53);
  for (const value of [2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n), 2n ** 64n - 1n]) {
    expect(safeNumber(value)).toBeNaN();
  }
  expect(safeNumber(7)).toBe(7);
  for (const value of NOT_SAFE) expect(safeNumber(value)).toBeNaN();
});

test('a safe number is a bigint, and NaN otherwise: never another value', () => {
  expect(exactBigint(Number.MAX_SAFE_INTEGER)).toBe(9007199254740991n);
  expect(exactBigint(-1)).toBe(-1n);
  for (const value of NOT_SAFE) expect(exactBigint(value)).toBeNaN();
  fc.assert(fc.property(fc.maxSafeInteger(), (value) => safeNumber(BigInt(value)) === value));
});

test('a quotient is exact or NaN', () => {
  expect(exactQuotient(12, 4)).toBe(3);
  expect(exactQuotient(-12, 4)).toBe(-3);
  expect(exactQuotient(0, 5)).toBe(0);
  expect(exactQuotient(13, 4)).toBeNaN();
  expect(exactQuotient(1, 0)).toBeNaN();
  expect(exactQuotient(0, 0)).toBeNaN();
  expect(exactQuotient(Number.NaN, 2)).toBeNaN();
  expect(exactQuotient(2n ** 64n, 2n ** 32n)).toBe(2n ** 32n);
  expect(exactQuotient(2n ** 64n + 1n, 2n)).toBeNaN();
  expect(exactQuotient(-8n, 4n)).toBe(-2n);
  expect(exactQuotient(1n, 0n)).toBeNaN();
});

test('products are divided without loss', () => {
  const factor = fc.integer({ min: -90_000_000, max: 90_000_000 }).filter((n) => n !== 0);
  fc.assert(fc.property(factor, factor, (a, b) => exactQuotient(a * b, b) === a));
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), fc.bigInt({ min: 1n }), (a, b, rest) => {
      expect(exactQuotient(a * b, b)).toBe(a);
      if (rest < b) expect(exactQuotient(a * b + rest, b)).toBeNaN();
    }),
  );
});

test.each([
  ['0000:00:02.0/cirrus_vga', '/', 'cirrus_vga'],
  ['a/b/c', '/', 'c'],
  ['dma', '/', 'dma'],
  ['dma/', '/', ''],
  ['/dma', '/', 'dma'],
  ['a::b:c', '::', 'b:c'],
  ['', '/', ''],
])('what follows in %j after the last %j is %j', (text, separator, rest) => {
  expect(afterLast(text, separator)).toBe(rest);
});

test('bytes are equal if all of them are', () => {
  expect(equalBytes(Uint8Array.of(), Uint8Array.of())).toBe(true);
  expect(equalBytes(Uint8Array.of(1, 2), Buffer.from([1, 2]))).toBe(true);
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
  expect(equalBytes(Uint8Array.of(), Uint8Array.of(0))).toBe(false);
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 40, size: 'max' }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (a, i, flip) => {
        const b = a.slice();
        expect(equalBytes(a, b)).toBe(true);
        b[i % a.length]! ^= flip;
        expect(equalBytes(a, b)).toBe(false);
        expect(equalBytes(b, a)).toBe(false);
      },
    ),
  );
});

test('a selector chooses the arm of its tag, and the raw arm where no arm has it', () => {
  const known = [1, 2, 'fdc', 8n];
  expect(selectsArm(1, 1, known)).toBe(true);
  expect(selectsArm(2, 1, known)).toBe(false);
  expect(selectsArm('fdc', 'fdc', known)).toBe(true);
  expect(selectsArm(8n, 8n, known)).toBe(true);
  expect(selectsArm(8, 8n, known)).toBe(false);
  expect(selectsArm(3, undefined, known)).toBe(true);
  expect(selectsArm(2, undefined, known)).toBe(false);
});
