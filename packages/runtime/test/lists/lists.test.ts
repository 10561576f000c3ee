import { openInput, sizeOfFixedList, startList } from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.js';

describe('the beginning of a list', () => {
  test('counts elements for which there is room', () => {
    const input = openInput(new Uint8Array(126), { limits: { elements: 3 } });
    startList(input, 3, 42, 'timers');
    expect(input).toMatchObject({ offset: 0, elements: 0 });
  });

  test('is refused where bytes are missing, before elements are counted', () => {
    const input = openInput(new Uint8Array(125), { limits: { elements: 2 } });
    expect(thrown(() => startList(input, 3, 42, 'timers'))).toMatchObject({
      code: 'unexpected-end',
      offset: 0,
      path: 'timers',
      expected: 'a list of 3 (at least 126 bytes)',
      found: '125 bytes',
    });
    expect(input.elements).toBe(2);
  });

  test('is refused beyond the limit of elements', () => {
    const input = openInput(new Uint8Array(126), { limits: { elements: 2 } });
    expect(thrown(() => startList(input, 3, 42, 'timers'))).toMatchObject({
      code: 'limit-exceeded',
      path: 'timers',
    });
  });
});

describe('the size of a list of structs of one size', () => {
  test('is theirs, whatever they hold', () => {
    expect(sizeOfFixedList([], 'points', 8)).toBe(0);
    expect(sizeOfFixedList([{}, { x: 'no number' }, new Map()], 'points', 8)).toBe(24);
  });

  test('needs a list of objects', () => {
    expect(thrown(() => sizeOfFixedList({} as never, 'points', 8))).toMatchObject({
      code: 'wrong-type',
      path: 'points',
      offset: undefined,
    });
    for (const wrong of [null, 1, 'text', [], undefined])
      expect(thrown(() => sizeOfFixedList([{}, wrong, null], 'points', 8))).toMatchObject({
        code: 'wrong-type',
        path: 'points[1]',
        expected: 'an object',
      });
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    expect(thrown(() => sizeOfFixedList([{}, , {}], 'points', 8))).toMatchObject({ path: 'points[1]' });
  });
});
