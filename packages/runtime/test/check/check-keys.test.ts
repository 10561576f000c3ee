import { checkGiven, checkKeys, checkTag } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { foreign } from '../foreign.js';
import { thrown } from '../thrown.js';

const POINT = ['x', 'y', 'z'];

test('keys may stand in any order, be left out, be inherited, and not be enumerable', () => {
  class Computed {
    x = 1;
    get y(): number {
      return 2;
    }
  }
  const withMore = Object.defineProperty({ x: 1, y: 2, z: 3 }, 'length', { value: 2, enumerable: false });
  const values = [
    { x: 1, y: 2, z: 3 },
    { z: 3, x: 1, y: 2 },
    { y: 2 },
    { x: 1, z: undefined },
    {},
    Object.create(null),
    Object.create({ x: 1, other: 2 }, { y: { value: 2, enumerable: true } }),
    new Computed(),
    withMore,
    { x: 1, [Symbol('mark')]: 2 },
    foreign('({ z: 1 })'),
    foreign('({})'),
  ];
  for (const value of values) expect(checkKeys(value, POINT, 0, 'at')).toBe(false);
});

test('a key that is not among them is refused at its path', () => {
  const refused: readonly (readonly [value: object, path: string, found: string])[] = [
    [{ x: 1, w: 2 }, 'at.w', '"w"'],
    [{ w: undefined }, 'at.w', '"w"'],
    [{ x: 1, y: 2, z: 3, X: 4 }, 'at.X', '"X"'],
    [{ y: 1, X: 4, x: 2, W: 5 }, 'at.X', '"X"'],
    [{ 'two words': 1 }, 'at["two words"]', '"two words"'],
    [{ 0: 1 }, 'at["0"]', '"0"'],
    [JSON.parse('{ "x": 1, "__proto__": 2 }'), 'at.__proto__', '"__proto__"'],
    [foreign('({ x: 1, w: 2 })'), 'at.w', '"w"'],
    [Object.create({ x: 1 }, { w: { value: 2, enumerable: true } }), 'at.w', '"w"'],
  ];
  for (const [value, path, found] of refused)
    expect(thrown(() => checkKeys(value, POINT, 3, 'at'))).toMatchObject({
      code: 'unknown-key',
      offset: 3,
      path,
      expected: 'the keys x, y, z',
      found,
    });
  expect(thrown(() => checkKeys({ a: 1 }, [], undefined, ''))).toMatchObject({
    code: 'unknown-key',
    path: 'a',
    expected: 'no key',
  });
  const many = Array.from({ length: 12 }, (_, i) => `k${i}`);
  expect(thrown(() => checkKeys({ k: 1 }, many, undefined, ''))).toMatchObject({
    expected: 'the keys k0, k1, k2, k3, k4, k5, k6, k7 and 4 more',
    found: '"k"',
  });
  expect(thrown(() => checkKeys({ lenght: 1 }, ['length', 'text'], undefined, ''))).toMatchObject({
    expected: 'the keys length, text',
    found: '"lenght"; did you mean length?',
  });
});

test('what is another kind of object is not an object without keys', () => {
  const others = {
    'no bytes': new Uint8Array(0),
    'bytes 07': Uint8Array.of(7),
    '[7]': [7],
    '[]': [],
    'an instance of Map': new Map([['x', 1]]),
    null: null,
    '7': 7,
  };
  for (const [found, value] of Object.entries(others))
    expect(thrown(() => checkKeys(value, POINT, 0, 'at'))).toMatchObject({
      code: 'wrong-type',
      path: 'at',
      expected: expect.stringMatching(/^an object(?: with the keys x, y, z)?$/),
      found,
    });
  for (const value of [new Date(), new Float64Array(0), new ArrayBuffer(2), new DataView(new ArrayBuffer(1))])
    expect(thrown(() => checkKeys(value, POINT, 0, ''))).toMatchObject({ code: 'wrong-type' });
});

test('constant and derived fields may come along, as what is written for them', () => {
  expect(checkKeys({ x: 1, length: 2 }, POINT, 0, '', ['length'])).toBe(true);
  expect(checkKeys({ x: 1 }, POINT, 0, '', ['length'])).toBe(false);
  expect(thrown(() => checkKeys({ length: 2, lenght: 2 }, POINT, 0, '', ['length']))).toMatchObject({
    path: 'lenght',
  });
  checkGiven({ length: 2 }, 'length', 2, 0, 'length');
  checkGiven({ x: 1 }, 'length', 2, 0, 'length');
  expect(thrown(() => checkGiven({ length: 999 }, 'length', 2, 5, 'a.length'))).toMatchObject({
    code: 'mismatch',
    offset: 5,
    path: 'a.length',
    expected: '2',
    found: '0x3e7 (999)',
  });
  expect(thrown(() => checkGiven({ length: undefined }, 'length', 2, 5, 'length'))).toMatchObject({
    found: 'undefined',
  });
});

test('a tag may be undefined, but not left out', () => {
  checkTag({ type: undefined, value: 1 }, 'type', 0, 'body');
  expect(thrown(() => checkTag({ value: 1 }, 'type', 4, 'body'))).toMatchObject({
    code: 'unknown-tag',
    offset: 4,
    path: 'body.type',
    found: 'no such key',
  });
});
