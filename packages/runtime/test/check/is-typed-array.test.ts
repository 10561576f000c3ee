import { expect, test } from 'vitest';
import { isTypedArray } from '../../src/values/is-typed-array.js';
import { foreign } from '../foreign.js';

const TYPES = [
  'Uint8Array',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'BigUint64Array',
  'BigInt64Array',
] as const;

test.each(TYPES)('a %s is one, of this realm or another, and nothing else is', (type) => {
  const here = new globalThis[type](2);
  const there = foreign(`new ${type}(2)`);
  expect(there).not.toBeInstanceOf(globalThis[type]);
  for (const array of [here, there]) {
    expect(TYPES.filter((other) => isTypedArray(array, other))).toEqual([type]);
  }
});

test('subclasses are what they extend, whatever they say', () => {
  class Bytes extends Uint8Array {
    override get [Symbol.toStringTag](): 'Uint8Array' {
      return 'Uint16Array' as 'Uint8Array'; // a lie, which the type rules out
    }
  }
  expect(isTypedArray(new Bytes(1), 'Uint8Array')).toBe(true);
  expect(isTypedArray(new Bytes(1), 'Uint16Array')).toBe(false);
  expect(isTypedArray(Buffer.from('a'), 'Uint8Array')).toBe(true);
});

test('what only looks like one is none', () => {
  const others = [
    Object.create(Uint8Array.prototype),
    { [Symbol.toStringTag]: 'Uint8Array', length: 0, byteLength: 0 },
    new Proxy(new Uint8Array(1), {}),
    new Uint8ClampedArray(1),
    new DataView(new ArrayBuffer(1)),
    new ArrayBuffer(1),
    [1],
    'Uint8Array',
    null,
    undefined,
  ];
  expect(others.map((value) => isTypedArray(value, 'Uint8Array'))).toEqual(others.map(() => false));
});
