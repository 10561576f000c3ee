import { difference } from '@bytewright/schema-dsl/testing';
import { describe, expect, test } from 'vitest';

describe('values that are the same', () => {
  test.each<[string, () => unknown]>([
    ['numbers', () => 7],
    ['not a number', () => Number.NaN],
    ['minus zero', () => -0],
    ['bigints', () => 2n ** 64n],
    ['typed arrays', () => Uint16Array.of(1, 2)],
    ['objects', () => ({ a: 1, b: { c: undefined } })],
    ['lists of objects', () => [{ a: 'x' }, {}]],
  ])('%s', (_, make) => {
    expect(difference(make(), make())).toBeUndefined();
  });

  test('regardless of the order of their members', () => {
    expect(difference({ a: 1, b: 2 }, { b: 2, a: 1 })).toBeUndefined();
  });
});

const differences: readonly [found: unknown, expected: unknown, problem: string][] = [
  [0, -0, '0, not -0'],
  [1, 1n, '1, not 1n'],
  [null, {}, 'null, not {}'],
  [{ a: 0 }, { a: -0 }, 'a: 0, not -0'],
  [{}, { a: undefined }, 'no member a'],
  [{ a: undefined }, {}, 'unexpected member a'],
  [{ list: [1, { b: 'x' }] }, { list: [1, { b: 'y' }] }, 'list[1].b: "x", not "y"'],
  [[1], [1, 2], 'length 1, not 2'],
  [Uint8Array.of(1), Uint8Array.of(2), '[0]: 1, not 2'],
  [Uint8Array.of(1), [1], 'a Uint8Array, not a Array'],
  [Uint8Array.of(1), Int8Array.of(1), 'a Uint8Array, not a Int8Array'],
  [{ a: Buffer.from([1]) }, { a: Uint8Array.of(1) }, 'a: a Buffer, not a Uint8Array'],
  [new Date(0), {}, 'a Date, not a Object'],
  [Object.create(null), {}, 'a object without a prototype, not a Object'],
  [Object.create({ constructor: 7 }), {}, 'a object without a class, not a Object'],
  ['x'.repeat(100), '', `"${'x'.repeat(78)}…, not ""`],
];

test.each(differences.map(([found, expected, problem]) => ({ found, expected, problem })))(
  '$problem',
  ({ found, expected, problem }) => {
    expect(difference(found, expected)).toBe(problem);
  },
);
