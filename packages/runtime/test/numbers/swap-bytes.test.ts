import { endianness } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { swapBytes } from '../../src/numbers/swap-bytes.js';

const hostIsLittleEndian = endianness() === 'LE';
const count = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i);

test.each([
  [1, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [2, [0, 2, 1, 4, 3, 6, 5, 8, 7, 9]],
  [4, [0, 4, 3, 2, 1, 8, 7, 6, 5, 9]],
  [8, [0, 8, 7, 6, 5, 4, 3, 2, 1, 9]],
])('numbers of %d bytes from the other order, between two bounds', (size, expected) => {
  const bytes = count(10);
  swapBytes(bytes, 1, 9, size, !hostIsLittleEndian);
  expect([...bytes]).toEqual(expected);
});

test.each([1, 2, 4, 8])('numbers of %d bytes in the order of the machine stay', (size) => {
  const bytes = count(16);
  swapBytes(bytes, 0, 16, size, hostIsLittleEndian);
  expect(bytes).toEqual(count(16));
});

test('twice is not at all; Node’s own swap agrees', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64, size: 'max' }), fc.constantFrom(2, 4, 8), (bytes, size) => {
      const whole = bytes.subarray(0, bytes.length - (bytes.length % size));
      const expected = Buffer.from(whole);
      if (size === 2) expected.swap16();
      else if (size === 4) expected.swap32();
      else expected.swap64();
      const swapped = whole.slice();
      swapBytes(swapped, 0, swapped.length, size, !hostIsLittleEndian);
      expect(swapped).toEqual(new Uint8Array(expected));
      swapBytes(swapped, 0, swapped.length, size, !hostIsLittleEndian);
      expect(swapped).toEqual(whole);
    }),
  );
});
