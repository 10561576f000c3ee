import {
  byteLength,
  bytes,
  check,
  constant,
  derived,
  f32be,
  parameter,
  prefix,
  string,
  struct,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('a check of several fields', () => {
  const Range = struct('Range', { from: u8, to: u8 }).where(($) => [check($.from.le($.to), 'from up to to')]);
  const S = struct('S', { name: string(prefix(u8)), range: Range });
  const error = {
    code: 'check-failed',
    offset: 3,
    path: 'range.to',
    expected: 'from up to to',
    found: 'from 3, to 2',
  };

  test('is made in both directions, and its error names the last one', () => {
    expectBothWays(S, '01 61 02 03', { name: 'a', range: { from: 2, to: 3 } });
    expect(decodeErrorOf(S, hex('01 61 03 02'))).toEqual(error);
    expect(encodeErrorOf(S, { name: 'a', range: { from: 3, to: 2 } })).toEqual(error);
  });

  test('is made as soon as its fields are known, before later fields are decoded', () => {
    const T = struct('T', { from: u8, to: u8, rest: bytes(4) }).where(($) => [
      check($.from.le($.to), 'order'),
    ]);
    expect(decodeErrorOf(T, hex('03 02'))).toMatchObject({ code: 'check-failed', offset: 1, path: 'to' });
    expect(decodeErrorOf(T, hex('02 03'))).toMatchObject({ code: 'unexpected-end', path: 'rest' });
    expect(encodeErrorOf(T, { from: 3, to: 2, rest: hex('00') })).toMatchObject({ code: 'check-failed' });
  });
});

describe('a derived field that is compared', () => {
  const Sum = struct('Sum', { sum: derived(f32be), a: f32be }).where(($) => [$.sum.is($.a.plus($.a))]);

  test('is computed without negative zero', () => {
    expectBothWays(Sum, '00000000 80000000', { a: -0 });
    expect(decodeErrorOf(Sum, hex('80000000 00000000'))).toMatchObject({
      code: 'mismatch',
      path: 'sum',
      found: '-0',
    });
  });

  test('does not equal a computed NaN', () => {
    expect(decodeErrorOf(Sum, hex('7fc00000 7fc00000'))).toMatchObject({ code: 'mismatch', path: 'sum' });
  });

  test('is also compared if a length depends on it, which has no negative zero', () => {
    const S = struct('S', { twice: derived(f32be), data: bytes() }).where(($) => [
      $.twice.is(byteLength($.data).times(2)),
    ]);
    expectBothWays(S, '00000000', { data: hex('') });
    expectBothWays(S, '40800000 0102', { data: hex('0102') });
    expect(decodeErrorOf(S, hex('80000000'))).toMatchObject({ code: 'mismatch', path: 'twice', found: '-0' });
  });

  test('equals a value that is passed on unchanged', () => {
    const S = struct('S', { same: derived(f32be), a: f32be }).where(($) => [$.same.is($.a)]);
    expectBothWays(S, '80000000 80000000', { a: -0 });
    expectBothWays(S, '7fc00000 7fc00000', { a: Number.NaN });
    expect(decodeErrorOf(S, hex('00000000 80000000'))).toMatchObject({
      code: 'mismatch',
      path: 'same',
      expected: 'a = -0',
      found: '0',
    });
  });
});

test('a check without a field is reported for the struct', () => {
  const limit = parameter('limit', u8);
  const Inner = struct('Inner', { a: u8 }).where(() => [check(limit.lt(9), 'below nine')]);
  const S = struct('S', { limit: u8, inner: Inner }).where(($) => [$.inner.with(limit.of($.limit))]);
  const error = { code: 'check-failed', offset: 1, path: 'inner', expected: 'below nine' };
  expectBothWays(S, '08 01', { limit: 8, inner: { a: 1 } });
  expect(decodeErrorOf(S, hex('09 01'))).toMatchObject(error);
  expect(encodeErrorOf(S, { limit: 9, inner: { a: 1 } })).toMatchObject(error);
});

test('a check that is not a comparison reports its value', () => {
  const S = struct('S', { a: u8 }).where(() => [check(constant(false), 'never')]);
  expect(decodeErrorOf(S, hex('01'))).toMatchObject({ expected: 'never', found: 'false' });
});

describe('a check of one field', () => {
  const S = struct('S', { a: u16be, b: u8 }).where(($) => [check($.b.eq(1), 'one'), check($.a.ne(7))]);

  test('reports its offset, its path, and what was found', () => {
    expect(decodeErrorOf(S, hex('0000 02'))).toEqual({
      code: 'check-failed',
      offset: 2,
      path: 'b',
      expected: 'one',
      found: '2',
    });
    expect(encodeErrorOf(S, { a: 0, b: 2 })).toEqual({
      code: 'check-failed',
      offset: 2,
      path: 'b',
      expected: 'one',
      found: '2',
    });
  });

  test('describes itself if the author gave no message', () => {
    expect(decodeErrorOf(S, hex('0007 01'))).toMatchObject({ path: 'a', expected: 'a ≠ 7', found: '7' });
  });
});

test('a check compares numerically: -0 equals 0, and NaN does not even equal itself', () => {
  const S = struct('S', { a: f32be, b: f32be }).where(($) => [check($.a.eq($.b), 'the same number')]);
  expectBothWays(S, '80000000 00000000', { a: -0, b: 0 });
  const error = {
    code: 'check-failed',
    offset: 4,
    path: 'b',
    expected: 'the same number',
    found: 'a NaN, b NaN',
  };
  expect(decodeErrorOf(S, hex('7fc00000 7fc00000'))).toEqual(error);
  expect(encodeErrorOf(S, { a: Number.NaN, b: Number.NaN })).toEqual(error);
});

test('a check of parameters alone is made before the first field', () => {
  const version = parameter('version', u8);
  const Body = struct('Body', { x: u8, y: u8 }).where(() => [check(version.le(2), 'version 1 or 2')]);
  const S = struct('S', { version: u8, body: Body }).where(($) => [$.body.with(version.of($.version))]);
  expectBothWays(S, '02 07 08', { version: 2, body: { x: 7, y: 8 } });
  const error = {
    code: 'check-failed',
    offset: 1,
    path: 'body',
    expected: 'version 1 or 2',
    found: 'version 3',
  };
  expect(decodeErrorOf(S, hex('03'))).toEqual(error);
  expect(encodeErrorOf(S, { version: 3, body: { x: 256, y: 8 } })).toEqual(error);
});
