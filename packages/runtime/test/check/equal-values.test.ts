import { describe, expect, test } from 'vitest';
import { equalValues } from '../../src/codec.js';

const floats = (...words: readonly number[]): Float32Array =>
  new Float32Array(Uint32Array.from(words).buffer);

describe('values with the same content are equal', () => {
  test.each<readonly [string, unknown, unknown]>([
    ['numbers', 7, 7],
    ['NaN', Number.NaN, Number.NaN],
    ['bytes', Uint8Array.of(1, 2), Uint8Array.of(1, 2)],
    ['bytes in a Buffer', Uint8Array.of(1, 2), Buffer.from([1, 2])],
    ['a part of a larger array', Uint16Array.of(1, 2, 3).subarray(1), Uint16Array.of(2, 3)],
    ['bigints in an array', BigInt64Array.of(-1n), BigInt64Array.of(-1n)],
    ['NaNs of the same bits', floats(0x7fc00001), floats(0x7fc00001)],
    ['structs', { x: 1, y: { z: 'a' } }, { y: { z: 'a' }, x: 1 }],
    ['members that are undefined, and none', { x: 1, y: undefined }, { x: 1 }],
    ['lists of structs', [{ x: 1 }, { x: 2 }], [{ x: 1 }, { x: 2 }]],
    ['arms', { type: 'a', value: Uint8Array.of(1) }, { type: 'a', value: Uint8Array.of(1) }],
    ['objects without a prototype', Object.assign(Object.create(null) as object, { x: 1 }), { x: 1 }],
    ['a symbol and what is not enumerable are not looked at', { x: 1, [Symbol('s')]: 1 }, { x: 1 }],
  ])('%s', (_, left, right) => {
    expect([equalValues(left, right), equalValues(right, left)]).toEqual([true, true]);
  });
});

describe('others are not', () => {
  test.each<readonly [string, unknown, unknown]>([
    ['0 and -0', 0, -0],
    ['0 and -0 in an array', Float64Array.of(0), Float64Array.of(-0)],
    ['NaNs of other bits', floats(0x7fc00001), floats(0x7fc00002)],
    ['a number and a bigint', 1, 1n],
    ['arrays of other types', Uint8Array.of(1), Int8Array.of(1)],
    ['an array and a typed one', [1], Uint8Array.of(1)],
    ['a list and an object', [], {}],
    ['arrays of other lengths', Uint8Array.of(1), Uint8Array.of(1, 0)],
    ['lists of other lengths', [1], [1, undefined]],
    ['a member more', { x: 1 }, { x: 1, y: 2 }],
    ['another member', { x: 1, y: 2 }, { x: 1, z: 2 }],
    ['another arm', { type: 'a', value: 1 }, { type: 'b', value: 1 }],
    ['null and an object', null, {}],
    ['nothing and an object', undefined, {}],
  ])('%s', (_, left, right) => {
    expect([equalValues(left, right), equalValues(right, left)]).toEqual([false, false]);
  });
});

test('what contains itself comes to an end', () => {
  const loop = (): { next?: object } => {
    const one: { next?: object } = {};
    one.next = { next: one };
    return one;
  };
  expect(equalValues(loop(), loop())).toBe(true);
  expect(equalValues(loop(), { next: {} })).toBe(false);
});

test('a part that occurs many times is looked at once', () => {
  let reads = 0;
  const tower = (top: object): object => {
    let one = top;
    for (let i = 0; i < 40; i++) one = { a: one, b: one };
    return one;
  };
  const counted = {
    get x() {
      reads++;
      return 1;
    },
  };
  expect(equalValues(tower(counted), tower({ x: 1 }))).toBe(true);
  expect(reads).toBeLessThan(5);
});

test('a length that a value has put over its own is not believed', () => {
  const lying = Object.defineProperty(Uint8Array.of(1, 2), 'byteLength', { value: 1e9 });
  expect(equalValues(lying, Uint8Array.of(1, 2))).toBe(true);
});
