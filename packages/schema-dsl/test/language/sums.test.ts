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

describe('a sum is solved for its one unknown', () => {
  test('which is not the first one that is named, but the one that ends nowhere', () => {
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

  test('a field behind the unknown counts where its size is fixed', () => {
    const S = struct('S', { n: derived(u8), body: bytes(), end: struct('End', { a: u8, b: u16be }) }).where(
      ($) => [$.n.is(byteLength(span($.n, $.end)))],
    );
    expectBothWays(S, '05 ff 01 0002', { body: hex('ff'), end: { a: 1, b: 2 } });
  });

  test('what another relation decides is not an unknown, wherever that is stated', () => {
    const S = struct('S', { n: derived(u8), m: derived(u8), a: bytes(), b: bytes() }).where(($) => [
      $.n.is(byteLength($.a).plus(byteLength($.b))),
      $.m.is(byteLength($.a)),
    ]);
    expectBothWays(S, '03 01 0a 0b0c', { a: hex('0a'), b: hex('0b0c') });
  });

  test('where several end by themselves, it is a check', () => {
    const items = list(struct('E', { x: u8 }), prefix(u8));
    const S = struct('S', { n: derived(u8), a: items, b: items }).where(($) => [
      $.n.is(byteLength($.a).plus(byteLength($.b))),
    ]);
    expectBothWays(S, '03 00 01 07', { a: [], b: [{ x: 7 }] });
    expect(decodeErrorOf(S, hex('04 00 01 07'))).toMatchObject({ code: 'mismatch', path: 'n', offset: 0 });
  });

  test('whichever side of an operator it is on', () => {
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

describe('an equation with an encode expression of its own', () => {
  const S = struct('S', { isLong: derived(u8), data: bytes(prefix(u8)) }).where(($) => [
    $.isLong.is(byteLength($.data).gt(2).choose(1, 0), { encode: byteLength($.data).le(2).choose(0, 1) }),
  ]);

  test('writes the one and is held to both', () => {
    expectBothWays(S, '00 01 ff', { data: hex('ff') });
    expectBothWays(S, '01 02 ffff', { data: hex('ffff') });
    expect(decodeErrorOf(S, hex('00 02 ffff'))).toMatchObject({
      code: 'mismatch',
      path: 'isLong',
      offset: 0,
    });
  });

  test('two that disagree are found on encode', () => {
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

  test('one that can be inverted is', () => {
    const Inverted = struct('Inverted', { n: derived(u8), data: bytes() }).where(($) => [
      $.n.is(byteLength($.data).plus(1), { encode: byteLength($.data).plus(2).minus(1) }),
    ]);
    expectBothWays(Inverted, '02 ff', { data: hex('ff') });
  });
});

describe('what cannot be solved is refused', () => {
  const refusalOf = (schema: Node<unknown>): unknown => {
    try {
      return irOf(schema);
    } catch (error) {
      return error instanceof SchemaError ? error.message : error;
    }
  };

  test('two unknowns', () => {
    const S = struct('S', { n: derived(u8), a: bytes(), b: list(struct('E', { x: u8 }), toEnd) }).where(
      ($) => [$.n.is(byteLength($.a).plus(byteLength($.b)))],
    );
    expect(refusalOf(S)).toBe(
      'S.n: byteLength(a) + byteLength(b) cannot be solved for byteLength(a) and byteLength(b) at once; give all but one of them its own end: a size, prefix(…) or another length',
    );
  });

  test('what is known only behind the unknown', () => {
    const S = struct('S', { n: derived(u8), a: bytes(), b: bytes(prefix(u8)) }).where(($) => [
      $.n.is(byteLength($.a).plus(byteLength($.b))),
    ]);
    expect(refusalOf(S)).toBe('S.a: n - byteLength(b) is needed before b is decoded; move b forward');
  });
});
