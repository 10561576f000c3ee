import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turnAround } from '../../src/numbers/turn-around.js';

const turned = (size: number, ...bytes: readonly number[]): readonly number[] => {
  const numbers = Uint8Array.from(bytes);
  turnAround(numbers, size);
  return [...numbers];
};

describe('turning the bytes of numbers around', () => {
  test.each([
    [2, [2, 1, 4, 3, 6, 5, 8, 7]],
    [4, [4, 3, 2, 1, 8, 7, 6, 5]],
    [8, [8, 7, 6, 5, 4, 3, 2, 1]],
    [1, [1, 2, 3, 4, 5, 6, 7, 8]],
  ])('of %i bytes each', (size, expected) => {
    expect(turned(size, 1, 2, 3, 4, 5, 6, 7, 8)).toEqual(expected);
  });

  test('with the highest bits set', () => {
    expect(turned(4, 0xff, 0x80, 0x81, 0xfe)).toEqual([0xfe, 0x81, 0x80, 0xff]);
  });

  test.each([2, 4, 8])('of %i bytes each, of any length and place, as Node does', (size) => {
    const cases = fc.record({ count: fc.nat(100), skip: fc.nat(3) });
    fc.assert(
      fc.property(cases, ({ count, skip }) => {
        const whole = Uint8Array.from({ length: skip + count * size + 1 }, (_, i) => i);
        const part = whole.subarray(skip, skip + count * size);
        const expected = Buffer.from(part);
        if (size === 2) expected.swap16();
        else if (size === 4) expected.swap32();
        else expected.swap64();
        turnAround(part, size);
        expect(part).toEqual(new Uint8Array(expected));
        expect([...whole.subarray(0, skip), whole.at(-1)]).toEqual([
          ...Array.from({ length: skip }, (_, i) => i),
          (skip + count * size) & 0xff,
        ]);
      }),
    );
  });

  test('of none', () => {
    expect(turned(8)).toEqual([]);
  });
});
