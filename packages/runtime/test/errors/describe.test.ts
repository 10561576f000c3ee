import { describe } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foreign } from '../foreign.js';

test.each<[unknown, string]>([
  [0, '0'],
  [9, '9'],
  [10, '0xa (10)'],
  [126, '0x7e (126)'],
  [2 ** 32 - 1, '0xffffffff (4294967295)'],
  [-1, '-1'],
  [-0, '-0'],
  [1.5, '1.5'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
  [2 ** 53, '9007199254740992'],
  [0n, '0n'],
  [-5n, '-5n'],
  [9n, '9n'],
  [0xffff_ffff_ffff_ffffn, '0xffffffffffffffff (18446744073709551615n)'],
  [true, 'true'],
  [undefined, 'undefined'],
  [null, 'null'],
  ['', '""'],
  ['say "hi"\n', '"say \\"hi\\"\\n"'],
  ['a\u007f\u0085\u200b\u202e\ufeff', '"a\\u007f\\u0085\\u200b\\u202e\\ufeff"'],
  [[], '[]'],
  [[1], '[1]'],
  [['a', Uint8Array.of(1), [2], { x: 3 }, Int8Array.of(4), null], '["a", bytes 01, […], { … }, […], null]'],
  [Array.from({ length: 100 }, (_, i) => i), '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xa (10), 0xb (11), … 88 more]'],
  [{}, 'an empty object'],
  [{ x: 1, 'a b': 'c' }, '{ x: 1, "a b": "c" }'],
  [{ first: 'x'.repeat(50), second: 2, third: 3 }, `{ first: "${'x'.repeat(40)}…", … 2 more }`],
  [new Uint16Array(2), 'Uint16Array [0, 0]'],
  [new Date(0), 'an instance of Date'],
  [new (class Point {})(), 'an instance of Point'],
  [new (class {})(), 'an object'],
  [Symbol('s'), 'a symbol'],
  [() => 1, 'a function'],
  [Uint8Array.of(), 'no bytes'],
  [Uint8Array.of(0, 0x7e, 0xff), 'bytes 00 7e ff'],
  [new Uint8Array(16), `bytes ${'00 '.repeat(15)}00`],
  [new Uint8Array(17), `bytes ${'00 '.repeat(16)}… (17)`],
  [Buffer.from('hi'), 'bytes 68 69'],
])('%o is %j', (value, text) => {
  expect(describe(value)).toBe(text);
});

test('long texts and numbers are cut at 40 characters', () => {
  expect(describe('x'.repeat(40))).toBe(`"${'x'.repeat(40)}"`);
  expect(describe('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
  expect(describe(10n ** 39n)).toBe(`0x${(10n ** 39n).toString(16)} (1${'0'.repeat(39)}n)`);
  expect(describe(10n ** 40n)).toBe(`1${'0'.repeat(39)}…n`);
});

test('a cut inside a surrogate pair leaves text that can be printed', () => {
  expect(describe(`${'x'.repeat(39)}😀`)).toBe(`"${'x'.repeat(39)}\\ud83d…"`);
});

test('values of another realm read the same', () => {
  expect(describe(foreign('Uint8Array.of(1, 2)'))).toBe('bytes 01 02');
  expect(describe(foreign('[1, 2]'))).toBe('[1, 2]');
  expect(describe(foreign('({})'))).toBe('an empty object');
});

test('no getter, no method and no subclass of a value is run', () => {
  let ran = 0;
  const trap = {
    get(): never {
      ran += 1;
      throw new Error('ran');
    },
  };
  const object = Object.defineProperties(
    {},
    { toString: trap, toJSON: trap, length: trap, constructor: trap },
  );
  const bytes = Object.defineProperties(Uint8Array.of(1, 2), {
    length: trap,
    subarray: trap,
    buffer: trap,
    constructor: trap,
    toString: trap,
    [Symbol.iterator]: trap,
    [Symbol.toStringTag]: trap,
  });
  const list = Object.defineProperties([1, 2], { toString: trap, toJSON: trap, [Symbol.iterator]: trap });
  expect([object, bytes, list].map(describe)).toEqual(['an empty object', 'bytes 01 02', '[1, 2]']);
  expect(ran).toBe(0);
});

test('proxies that throw, lie or are revoked are described all the same', () => {
  const refuse = (): never => {
    throw new Error('refused');
  };
  const handler = { get: refuse, getPrototypeOf: refuse, has: refuse, ownKeys: refuse };
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  const lying = new Proxy([], { get: () => ({ toString: () => 'many' }) });
  const values = [new Proxy({}, handler), new Proxy([], handler), revoked.proxy, lying];
  expect(values.map(describe)).toEqual(['an object', '[]', 'an object', '[]']);
});

test('whatever the value, the text is short', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      const text = describe(value);
      // members are added up to 40 characters, the last of which is a key and a text of 40, each one written as `\uXXXX`
      return text.length > 0 && text.length <= 40 + 2 * (40 * 6 + 3) + 30;
    }),
  );
});
