import { describe, expect, test } from 'vitest';
import { turnAround } from '../../src/numbers/turn-around.js';

const turned = (size: number, ...bytes: readonly number[]): readonly number[] => {
  const buffer = Uint8Array.from(bytes).buffer;
  turnAround(buffer, size);
  return [...new Uint8Array(buffer)];
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

  test('of none', () => {
    expect(turned(8)).toEqual([]);
  });
});
