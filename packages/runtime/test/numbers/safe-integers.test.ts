import { getSafeInt64, getSafeUint64, safeNumber, setSafeInt64 } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';

const runs = { numRuns: budget({ everyDay: 300, deep: 5000 }) };
const EDGES = [
  0n,
  1n,
  0xffffffffn,
  2n ** 32n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  2n ** 54n - 1n,
  2n ** 63n,
];
const wide = fc.oneof(fc.constantFrom(...EDGES), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));

describe.each([true, false])('little-endian: %s', (littleEndian) => {
  test.each([
    ['unsigned', getSafeUint64, 'getBigUint64'],
    ['signed', getSafeInt64, 'getBigInt64'],
  ] as const)(
    'what is read is the platform’s number where it is safe, and NaN elsewhere: %s',
    (_, get, method) => {
      fc.assert(
        fc.property(wide, fc.boolean(), (bits, isNegative) => {
          const view = new DataView(new ArrayBuffer(10));
          view.setBigUint64(1, isNegative ? -bits : bits, littleEndian);
          expect(get(view, 1, littleEndian)).toBe(safeNumber(view[method](1, littleEndian)));
        }),
        runs,
      );
    },
  );

  test('what is written is what the platform writes, and nothing around it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.constantFrom(0, -1, -(2 ** 32), 2 ** 32)), (value) => {
        const [one, other] = [new DataView(new ArrayBuffer(10)), new DataView(new ArrayBuffer(10))];
        setSafeInt64(one, 1, value, littleEndian);
        other.setBigInt64(1, BigInt(value), littleEndian);
        expect(new Uint8Array(one.buffer)).toEqual(new Uint8Array(other.buffer));
      }),
      runs,
    );
  });
});
