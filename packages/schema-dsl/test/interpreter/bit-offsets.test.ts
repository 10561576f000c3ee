import { check, literal, struct, u8, ubits, union } from '@bytewright/schema-dsl';
import { expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

test('reports a bit field that fails a check at its first bit, in both directions', () => {
  const S = struct('S', { head: u8, high: ubits(4), middle: ubits(8), low: ubits(4) }).where(($) => [
    check($.middle.ne(0), 'some'),
    check($.low.ne(0), 'some'),
  ]);
  expectBothWays(S, '07 1234', { head: 7, high: 1, middle: 0x23, low: 4 });
  const error = { code: 'check-failed', expected: 'some' };
  expect(decodeErrorOf(S, hex('07 1230'))).toMatchObject({ ...error, offset: 2, path: 'low' });
  expect(encodeErrorOf(S, { head: 7, high: 1, middle: 0x23, low: 0 })).toMatchObject({
    ...error,
    offset: 2,
    path: 'low',
  });
  expect(encodeErrorOf(S, { head: 7, high: 1, middle: 0, low: 4 })).toMatchObject({
    ...error,
    offset: 1,
    path: 'middle',
  });
});

test('reports a constant of bits in the value at its path', () => {
  const S = struct('S', { head: u8, high: ubits(8), mark: literal(ubits(8), 5) });
  expectBothWays(S, '07 01 05', { head: 7, high: 1 });
  expect(encodeErrorOf(S, { head: 7, high: 1, mark: 6 })).toMatchObject({ offset: 2, path: 'mark' });
});

test('a union without arms always has the value of otherwise', () => {
  const S = struct('S', { body: union({}, { otherwise: u8, raw: 'raw' }) });
  expectBothWays(S, '05', { body: { type: undefined, raw: 5 } });
});
