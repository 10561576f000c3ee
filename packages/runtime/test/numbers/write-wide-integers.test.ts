import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { i64, i64be, i64le, u64, u64be, u64le } from '../../src/check/wire-integers.js';
import {
  writeI64,
  writeI64be,
  writeI64le,
  writeU64,
  writeU64be,
  writeU64le,
} from '../../src/numbers/write-wide-integers.js';
import { thrown } from '../thrown.js';

const inOrder =
  (write: typeof writeU64, littleEndian: boolean): typeof writeU64be =>
  (view, at, value, path) =>
    write(view, at, value, path, littleEndian);

const WRITERS = [
  ['u64, big-endian', inOrder(writeU64, false), u64, 'setBigUint64', false, 0n, 2n ** 64n - 1n],
  ['u64, little-endian', inOrder(writeU64, true), u64, 'setBigUint64', true, 0n, 2n ** 64n - 1n],
  ['i64, big-endian', inOrder(writeI64, false), i64, 'setBigInt64', false, -(2n ** 63n), 2n ** 63n - 1n],
  ['i64, little-endian', inOrder(writeI64, true), i64, 'setBigInt64', true, -(2n ** 63n), 2n ** 63n - 1n],
  ['u64be', writeU64be, u64be, 'setBigUint64', false, 0n, 2n ** 64n - 1n],
  ['u64le', writeU64le, u64le, 'setBigUint64', true, 0n, 2n ** 64n - 1n],
  ['i64be', writeI64be, i64be, 'setBigInt64', false, -(2n ** 63n), 2n ** 63n - 1n],
  ['i64le', writeI64le, i64le, 'setBigInt64', true, -(2n ** 63n), 2n ** 63n - 1n],
] as const;

describe.each(WRITERS)('%s', (_type, write, check, method, littleEndian, min, max) => {
  const bytesOf = (value: bigint): Uint8Array => {
    const view = new DataView(new ArrayBuffer(10));
    write(view, 1, value, 'x');
    return new Uint8Array(view.buffer);
  };
  const expectedOf = (value: bigint): Uint8Array => {
    const view = new DataView(new ArrayBuffer(10));
    view[method](1, value, littleEndian);
    return new Uint8Array(view.buffer);
  };

  test('what fits is written as the platform writes it, and nothing around it', () => {
    for (const value of [min, min + 1n, 1n, 0x100000000n, 0xffffffffn, 0x0102030405060708n, max])
      expect(bytesOf(value)).toEqual(expectedOf(value));
    fc.assert(
      fc.property(fc.bigInt({ min, max }), (value) => {
        expect(bytesOf(value)).toEqual(expectedOf(value));
      }),
      { numRuns: budget({ everyDay: 200, deep: 5000 }) },
    );
  });

  test.each([min - 1n, max + 1n, 2n ** 64n, -(2n ** 64n), 2n ** 128n, 0, -0, 1.5, '1', null, undefined])(
    '%s is refused as ever, and nothing is written',
    (value) => {
      const view = new DataView(new ArrayBuffer(8));
      expect(thrown(() => write(view, 0, value, 'a.b'))).toEqual(thrown(() => check(value, 0, 'a.b')));
      expect(new Uint8Array(view.buffer)).toEqual(new Uint8Array(8));
    },
  );
});
