import { createOutput, trimFill, writeBytes, writeFill } from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.js';

describe('trimFill', () => {
  test.each([
    ['content, then fill', [97, 98, 0, 0], [0], 2],
    ['a fill byte inside stays', [97, 0, 98, 0], [0], 3],
    ['nothing but fill', [32, 32, 32], [32], 0],
    ['no fill', [1, 2, 3], [0], 3],
    ['units of two bytes', [97, 0, 0, 0], [0, 0], 2],
    ['half a unit is not a fill', [97, 0, 0, 0, 0], [0, 0], 5],
  ])('%s', (_, bytes, fill, end) => {
    expect(trimFill(Uint8Array.of(0, ...bytes), 1, bytes.length + 1, fill)).toBe(end + 1);
  });
});

describe('writeFill', () => {
  const write = (content: readonly number[], size: number, fill: readonly number[]): readonly number[] => {
    const output = createOutput(6);
    const offset = writeBytes(output, Uint8Array.from(content), 1, 'name');
    expect(writeFill(output, fill, 1, offset, 1 + size, 'name')).toBe(1 + size);
    return [...output.bytes];
  };

  test('fills what is left', () => {
    expect(write([97], 4, [32])).toEqual([0, 97, 32, 32, 32, 0]);
    expect(write([97, 0], 4, [32, 0])).toEqual([0, 97, 0, 32, 0, 0]);
    expect(write([], 0, [0])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('content that ends with the fill is refused', () => {
    expect(thrown(() => write([97, 32], 4, [32]))).toMatchObject({
      code: 'ambiguous',
      offset: 1,
      path: 'name',
    });
  });

  test('what is not a whole number of units, or has no room, is refused', () => {
    expect(thrown(() => write([97, 0], 3, [0, 0]))).toMatchObject({ code: 'wrong-length' });
    expect(thrown(() => write([97], 6, [0]))).toMatchObject({ code: 'wrong-length' });
  });
});
