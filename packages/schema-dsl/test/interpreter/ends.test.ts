import {
  atEnd,
  firstOf,
  list,
  literal,
  prefix,
  sized,
  struct,
  toEnd,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('the end as a field', () => {
  const Whole = struct('Whole', { a: u8, end: atEnd });

  test('is not in the value', () => expectBothWays(Whole, '07', { a: 7 }));

  test('rejects what follows, at its offset', () => {
    expect(decodeErrorOf(Whole, hex('07 08'))).toEqual({
      code: 'trailing-bytes',
      offset: 1,
      path: 'end',
      expected: 'the end',
      found: '1 more byte',
    });
    expect(decodeErrorOf(Whole, hex('07 08 09'))).toMatchObject({ found: '2 more bytes' });
  });

  test('is that of the enclosing region', () => {
    const S = struct('S', { region: sized(prefix(u8), Whole), b: u8 });
    expectBothWays(S, '01 07 08', { region: { a: 7 }, b: 8 });
    expect(decodeErrorOf(S, hex('02 07 08 09'))).toMatchObject({ offset: 2, path: 'region.end' });
  });
});

describe('the end as an alternative', () => {
  const Next = firstOf({ more: struct('More', { mark: literal(u8, 1), n: u8 }), end: atEnd });
  const S = struct('S', { a: u8, next: Next });

  test('is undefined', () => {
    expectBothWays(S, '07', { a: 7, next: { type: 'end', value: undefined } });
    expectBothWays(S, '07 01 08', { a: 7, next: { type: 'more', value: { n: 8 } } });
  });

  test('rejects any other value', () => {
    expect(encodeErrorOf(S, { a: 7, next: { type: 'end', value: 5 } })).toEqual({
      code: 'wrong-type',
      offset: 1,
      path: 'next.value',
      expected: 'undefined',
      found: '5',
    });
  });

  test('is rejected if there is more to write', () => {
    const List = struct('List', { all: list(S, prefix(u8)), last: u16be });
    const end = { type: 'end', value: undefined };
    expect(encodeErrorOf(List, { all: [{ a: 7, next: end }], last: 9 })).toEqual({
      code: 'mismatch',
      offset: 2,
      path: 'all[0].next.value',
      expected: 'the end of the region',
      found: '2 bytes more to write',
    });
  });
});

test('counts the surplus bytes after a whole input', () => {
  expect(decodeErrorOf(u8, hex('01 02'))).toMatchObject({ found: '1 more byte', offset: 1 });
  expect(decodeErrorOf(u8, hex('01 02 03'))).toMatchObject({ found: '2 more bytes', offset: 1 });
  expect(decodeErrorOf(struct('S', { a: list(u16be, toEnd) }), hex('01'))).toMatchObject({
    code: 'unexpected-end',
    path: 'a[0]',
  });
});
