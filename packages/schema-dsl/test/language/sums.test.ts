import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  byteLength,
  bytes,
  constant,
  count,
  derived,
  irOf,
  list,
  prefix,
  SchemaError,
  span,
  string,
  struct,
  toEnd,
  u8,
  u16be,
} from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from '../interpreter/support.js';

describe('solves a sum for its one unknown', () => {
  test('which is the one without an end of its own, not the first one named', () => {
    const Item = struct('Item', { text: string(prefix(u8), 'ascii') });
    const S = struct('S', { n: derived(u8), head: Item, more: list(u8, prefix(u8)), body: bytes() }).where(
      ($) => [$.n.is(byteLength($.head).plus(byteLength($.more)).plus(byteLength($.body)))],
    );
    expectBothWays(S, '06 01 61 01 09 07 08', {
      head: { text: 'a' },
      more: Uint8Array.of(9),
      body: hex('0708'),
    });
    expect(decodeErrorOf(S, hex('03 01 61 01 09'))).toMatchObject({
      code: 'invalid-value',
      path: 'body',
      offset: 5,
    });
  });

  test('counts a field after the unknown if its size is fixed', () => {
    const S = struct('S', { n: derived(u8), body: bytes(), end: struct('End', { a: u8, b: u16be }) }).where(
      ($) => [$.n.is(byteLength(span($.n, $.end)))],
    );
    expectBothWays(S, '05 ff 01 0002', { body: hex('ff'), end: { a: 1, b: 2 } });
  });

  test('ignores what another relation determines, wherever that is stated', () => {
    const S = struct('S', { n: derived(u8), m: derived(u8), a: bytes(), b: bytes() }).where(($) => [
      $.n.is(byteLength($.a).plus(byteLength($.b))),
      $.m.is(byteLength($.a)),
    ]);
    expectBothWays(S, '03 01 0a 0b0c', { a: hex('0a'), b: hex('0b0c') });
  });

  test('becomes a check if several end by themselves', () => {
    const items = list(struct('E', { x: u8 }), prefix(u8));
    const S = struct('S', { n: derived(u8), a: items, b: items }).where(($) => [
      $.n.is(byteLength($.a).plus(byteLength($.b))),
    ]);
    expectBothWays(S, '03 00 01 07', { a: [], b: [{ x: 7 }] });
    expect(decodeErrorOf(S, hex('04 00 01 07'))).toMatchObject({ code: 'mismatch', path: 'n', offset: 0 });
  });

  test('on either side of an operator', () => {
    const Doubled = struct('Doubled', { n: derived(u8), words: list(u16be) }).where(($) => [
      $.n.is(constant(2).times(count($.words))),
    ]);
    expectBothWays(Doubled, '02 0001', { words: Uint16Array.of(1) });
    expect(decodeErrorOf(Doubled, hex('03 0001'))).toMatchObject({ code: 'invalid-value', path: 'words' });
    const Left = struct('Left', { n: derived(u8), body: bytes() }).where(($) => [
      $.n.is(constant(9).minus(byteLength($.body))),
    ]);
    expectBothWays(Left, '07 0a0b', { body: hex('0a0b') });
  });

  test('with factors, which must divide exactly in both directions', () => {
    const S = struct('S', { n: derived(u8), a: bytes(prefix(u8)), words: list(u16be) }).where(($) => [
      $.n.is(count($.words).times(2).plus(byteLength($.a))),
    ]);
    expectBothWays(S, '03 00 0001', { a: hex(''), words: Uint16Array.of(1) });
    expect(decodeErrorOf(S, hex('02 00 0001'))).toMatchObject({ code: 'invalid-value', path: 'words' });
    const Quarters = struct('Quarters', { n: derived(u8), a: bytes() }).where(($) => [
      $.n.is(byteLength($.a).div(4)),
    ]);
    expect(encodeErrorOf(Quarters, { a: hex('01') })).toMatchObject({ path: 'n' });
  });
});

describe('an equation with its own encode expression', () => {
  const S = struct('S', { isLong: derived(u8), data: bytes(prefix(u8)) }).where(($) => [
    $.isLong.is(byteLength($.data).gt(2).choose(1, 0), { encode: byteLength($.data).le(2).choose(0, 1) }),
  ]);

  test('encodes by one and checks both', () => {
    expectBothWays(S, '00 01 ff', { data: hex('ff') });
    expectBothWays(S, '01 02 ffff', { data: hex('ffff') });
    expect(decodeErrorOf(S, hex('00 02 ffff'))).toMatchObject({
      code: 'mismatch',
      path: 'isLong',
      offset: 0,
    });
  });

  test('rejects a disagreement on encode', () => {
    const Wrong = struct('Wrong', { n: derived(u8), data: bytes(prefix(u8)) }).where(($) => [
      $.n.is(byteLength($.data).gt(2).choose(1, 0), { encode: byteLength($.data) }),
    ]);
    expect(encodeErrorOf(Wrong, { data: hex('ffff') })).toEqual({
      code: 'mismatch',
      offset: 0,
      path: 'n',
      expected: '((byteLength(data) > 2) ? 1 : 0) = 1',
      found: '3',
    });
  });

  test('inverts the expression if possible', () => {
    const Inverted = struct('Inverted', { n: derived(u8), data: bytes() }).where(($) => [
      $.n.is(byteLength($.data).plus(1), { encode: byteLength($.data).plus(2).minus(1) }),
    ]);
    expectBothWays(Inverted, '02 ff', { data: hex('ff') });
  });
});

describe('rejects unsolvable equations', () => {
  const refusalOf = (schema: Node<unknown>): unknown => {
    try {
      return irOf(schema);
    } catch (error) {
      return error instanceof SchemaError ? error.message : error;
    }
  };

  test('with two unknowns', () => {
    const S = struct('S', { n: derived(u8), a: bytes(), b: list(struct('E', { x: u8 }), toEnd) }).where(
      ($) => [$.n.is(byteLength($.a).plus(byteLength($.b)))],
    );
    expect(refusalOf(S)).toBe(
      'S.n: byteLength(a) + byteLength(b) cannot be solved for byteLength(a) and byteLength(b) at once; give all but one of them its own end: a size, prefix(…) or another length',
    );
  });

  test('with something known only after the unknown', () => {
    const S = struct('S', { n: derived(u8), a: bytes(), b: bytes(prefix(u8)) }).where(($) => [
      $.n.is(byteLength($.a).plus(byteLength($.b))),
    ]);
    expect(refusalOf(S)).toBe('S.a: n - byteLength(b) is needed before b is decoded; move b forward');
  });
});
