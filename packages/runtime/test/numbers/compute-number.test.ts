import { computeNumber } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';

test('computeNumber() gives safe integers, and NaN for all else', () => {
  expect(computeNumber((text: string) => text.length, 'abc')).toBe(3);
  expect(computeNumber((text: string) => text.length / 2, 'abc')).toBeNaN();
  expect(computeNumber(() => 2n, 0)).toBeNaN();
  expect(computeNumber((list: number[]) => list.length, undefined as never)).toBeNaN();
});
