import { EncodeError } from '@bytewright/runtime';
import {
  checkBigint,
  checkBoolean,
  checkBytes,
  checkDepth,
  checkInteger,
  checkList,
  checkObject,
  checkTypedArray,
} from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { foreign } from '../foreign.js';
import { thrown } from '../thrown.js';

/** One value of every kind; each check takes some of them, and refuses all others with `wrong-type`. */
const VALUES: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  boolean: true,
  number: 7,
  fraction: 1.5,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  bigint: 7n,
  string: '7',
  symbol: Symbol('7'),
  function: () => 7,
  object: { length: 7 },
  bare: Object.create(null),
  boxed: new Number(7),
  boxedBoolean: new Boolean(true),
  array: [7],
  bytes: Uint8Array.of(7),
  buffer: Buffer.from([7]),
  foreignBytes: foreign('Uint8Array.of(7)'),
  foreignArray: foreign('[7]'),
  foreignObject: foreign('({})'),
  clamped: new Uint8ClampedArray(1),
  words: new Uint16Array(1),
  buffer32: new ArrayBuffer(32),
};

const OBJECTS = ['object', 'bare', 'boxed', 'boxedBoolean', 'bytes', 'buffer', 'foreignBytes'].concat([
  'foreignObject',
  'clamped',
  'words',
  'buffer32',
]);

test.each<[string, (value: unknown) => unknown, readonly string[], string]>([
  ['checkInteger', (v) => checkInteger(v, 0, 255, 5, 'f', 'u8'), ['number'], 'u8, an integer'],
  ['checkBigint', (v) => checkBigint(v, 0n, 255n, 5, 'f', 'u64be'), ['bigint'], 'u64be, a bigint'],
  ['checkBoolean', (v) => checkBoolean(v, 5, 'f'), ['boolean'], 'a boolean'],
  ['checkBytes', (v) => checkBytes(v, 5, 'f'), ['bytes', 'buffer', 'foreignBytes'], 'a Uint8Array'],
  ['checkTypedArray', (v) => checkTypedArray(v, 'Uint16Array', 5, 'f'), ['words'], 'a Uint16Array'],
  ['checkList', (v) => checkList(v, 5, 'f'), ['array', 'foreignArray'], 'an array'],
  ['checkObject', (v) => checkObject(v, 5, 'f'), OBJECTS, 'an object'],
])('%s gives back what it takes, and refuses all else', (_, check, taken, expected) => {
  for (const [kind, value] of Object.entries(VALUES)) {
    if (taken.includes(kind)) {
      expect(check(value)).toBe(value);
    } else {
      const error = thrown(() => check(value));
      expect(error, kind).toBeInstanceOf(EncodeError);
      expect(error, kind).toMatchObject({ code: 'wrong-type', offset: 5, path: 'f', expected });
    }
  }
});

describe('ranges', () => {
  test.each([
    ['u8', 0, 0xff],
    ['i16be', -0x8000, 0x7fff],
    ['u32be', 0, 0xffff_ffff],
    ['u53', 0, Number.MAX_SAFE_INTEGER],
  ])('%s: both ends, and not a step further', (type, min, max) => {
    expect(checkInteger(min, min, max, 0, 'n', type)).toBe(min);
    expect(checkInteger(max, min, max, 0, 'n', type)).toBe(max);
    for (const value of [min - 1, max + 1, 1e300, -1e300]) {
      expect(thrown(() => checkInteger(value, min, max, 3, 'n', type))).toMatchObject({
        code: 'out-of-range',
        offset: 3,
        path: 'n',
      });
    }
  });

  test('300 in a u8 is an error that says so, not 2c', () => {
    const error = thrown(() => checkInteger(300, 0, 0xff, 0, 'count', 'u8'));
    expect(String(error)).toBe(
      'EncodeError: count at byte 0 (0x0): expected u8, 0 to 0xff (255), found 0x12c (300) (out-of-range)',
    );
  });

  test('-0 would come back as 0', () => {
    expect(thrown(() => checkInteger(-0, -128, 127, undefined, 'n', 'i8'))).toMatchObject({
      code: 'out-of-range',
      offset: undefined,
      found: '-0',
    });
    expect(Object.is(checkInteger(0, -128, 127, 0, 'n', 'i8'), 0)).toBe(true);
  });

  test.each([
    ['u64be', 0n, 2n ** 64n - 1n],
    ['i64le', -(2n ** 63n), 2n ** 63n - 1n],
  ])('%s: both ends, and not a step further', (type, min, max) => {
    expect(checkBigint(min, min, max, 0, 'n', type)).toBe(min);
    expect(checkBigint(max, min, max, 0, 'n', type)).toBe(max);
    for (const value of [min - 1n, max + 1n]) {
      expect(thrown(() => checkBigint(value, min, max, 3, 'n', type))).toMatchObject({
        code: 'out-of-range',
        offset: 3,
        path: 'n',
        found: value < 0n ? `${value}n` : `0x${value.toString(16)} (${value}n)`,
      });
    }
  });
});

test('a depth that is used up is refused', () => {
  checkDepth(1);
  for (const left of [0, -1]) {
    expect(thrown(() => checkDepth(left))).toMatchObject({
      code: 'limit-exceeded',
      offset: undefined,
      path: '',
      expected: 'at most 128 nested structs (limits.depth)',
    });
  }
});
