import { describe, expect, test } from 'vitest';
import { halfToNumber, numberToHalf } from '../../src/numbers/half-float.js';

// Values of binary16 as IEEE 754 and its literature give them.
const PUBLISHED: readonly (readonly [bits: number, value: number])[] = [
  [0x0000, 0],
  [0x8000, -0],
  [0x0001, 2 ** -24],
  [0x03ff, 2 ** -14 * (1023 / 1024)],
  [0x0400, 2 ** -14],
  [0x3555, 0.333251953125],
  [0x3bff, 0.99951171875],
  [0x3c00, 1],
  [0x3c01, 1.0009765625],
  [0x7bff, 65504],
  [0x7c00, Number.POSITIVE_INFINITY],
  [0xc000, -2],
  [0xfc00, Number.NEGATIVE_INFINITY],
];

/** A half float by way of a single one, which the platform converts: bit patterns moved, then scaled. */
function byWayOfSingle(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  const isSpecial = ((bits >> 10) & 0x1f) === 0x1f;
  const magnitude = (bits & 0x7fff) << 13;
  view.setUint32(0, (((bits & 0x8000) << 16) | (isSpecial ? magnitude | 0x7f800000 : magnitude)) >>> 0);
  return view.getFloat32(0) * (isSpecial ? 1 : 2 ** 112);
}

describe('half floats', () => {
  test.each(PUBLISHED)('%i', (bits, value) => {
    expect(halfToNumber(bits)).toBe(value);
    expect(numberToHalf(value)).toBe(bits);
  });

  test('all bit patterns are what the platform makes of them, and come back', () => {
    for (let bits = 0; bits <= 0xffff; bits++) {
      const value = halfToNumber(bits);
      if (!Object.is(value, byWayOfSingle(bits))) expect([bits, value]).toEqual([bits, byWayOfSingle(bits)]);
      const expected = Number.isNaN(value) ? 0x7e00 : bits;
      if (numberToHalf(value) !== expected) expect([value, numberToHalf(value)]).toEqual([value, expected]);
    }
  });

  test.each([0.1, 65505, 65520, 1e300, -65536, 2 ** -25, 1 + 2 ** -11, 2 ** -24 * 1.5])(
    '%d would be rounded',
    (value) => {
      expect(numberToHalf(value)).toBe(-1);
    },
  );
});
