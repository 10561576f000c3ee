import type { Expr } from '@bytewright/schema-dsl';
import {
  check,
  constant,
  count,
  derived,
  f64be,
  i8,
  list,
  optional,
  string,
  struct,
  u8,
  u64be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('expressions over an absent field', () => {
  const text = optional(string(1, 'ascii'));
  // the language's types forbid expressions over a text that may be absent, but JavaScript does not
  const texts = (holds: (text: Expr<string>) => Expr<boolean>) =>
    struct('S', { has: u8, text }).where(($) => [
      $.text.presentWhen($.has.eq(1)),
      check(holds($.text as Expr<unknown> as Expr<string>), 'holds'),
    ]);

  test.each<[string, (text: Expr<string>) => Expr<boolean>]>([
    ['it starts with nothing', (text) => text.startsWith('u')],
    ['it matches nothing', (text) => text.matches(/^u/)],
    ['nothing follows its last separator', (text) => text.afterLast('/').eq('u')],
  ])('%s', (_, holds) => {
    expectBothWays(texts(holds), '01 75', { has: 1, text: 'u' });
    expect(decodeErrorOf(texts(holds), hex('00'))).toMatchObject({ code: 'check-failed', expected: 'holds' });
    expect(encodeErrorOf(texts(holds), { has: 0 })).toMatchObject({
      code: 'check-failed',
      expected: 'holds',
    });
  });

  test('startsWith() is false for it', () => {
    const S = struct('S', { has: u8, text, whole: string(9, 'ascii') }).where(($) => [
      $.text.presentWhen($.has.eq(1)),
      check($.whole.startsWith($.text as Expr<unknown> as Expr<string>).eq($.has.eq(1)), 'holds'),
    ]);
    expectBothWays(S, '00 756e646566696e6564', { has: 0, text: undefined, whole: 'undefined' });
    expectBothWays(S, '01 75 756e646566696e6564', { has: 1, text: 'u', whole: 'undefined' });
  });

  test('it has no count, not even zero', () => {
    const S = struct('S', { has: u8, items: optional(list(u8, 2)) }).where(($) => [
      $.items.presentWhen($.has.eq(1)),
      check(count($.items as never).lt(3), 'holds'),
    ]);
    expectBothWays(S, '01 0506', { has: 1, items: Uint8Array.of(5, 6) });
    expect(decodeErrorOf(S, hex('00'))).toMatchObject({ code: 'check-failed', expected: 'holds' });
    expect(encodeErrorOf(S, { has: 0 })).toMatchObject({ code: 'check-failed', expected: 'holds' });
  });
});

describe('results that are not numbers', () => {
  const S = struct('S', { q: derived(u64be), a: u64be, b: u64be });

  test.each<[string, ($: { a: Expr<bigint>; b: Expr<bigint> }) => Expr<bigint>]>([
    ['divided', ({ a, b }) => a.div(b).div(2n)],
    ['that divide', ({ a, b }) => constant(2n).div(a.div(b))],
  ])('%s, give none', (_, formula) => {
    const Quotient = S.where(($) => [$.q.is(formula($))]);
    expect(encodeErrorOf(Quotient, { a: 3n, b: 2n })).toMatchObject({ path: 'q', found: 'NaN' });
  });
});

test('a product that is zero has no sign', () => {
  const S = struct('S', { product: derived(f64be), a: i8, b: i8 }).where(($) => [
    $.product.is($.a.times($.b)),
  ]);
  expectBothWays(S, '0000000000000000 00 ff', { a: 0, b: -1 });
});
