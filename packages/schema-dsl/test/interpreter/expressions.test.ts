import type { Expr, Reference } from '@bytewright/schema-dsl';
import { check, cstring, derived, optional, string, struct, u8, u64be } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

type Bytes = { readonly a: Reference<typeof u8>; readonly b: Reference<typeof u8> };

/** Two bytes, and one that is 1 if the condition holds. */
const told = (holds: ($: Bytes) => Expr<boolean>) =>
  struct('Told', { is: derived(u8), a: u8, b: u8 }).where(($) => [$.is.is(holds($).choose(1, 0))]);

describe('comparisons', () => {
  test.each([
    ['eq', '00 0102', '01 0202', '00 0302'],
    ['ne', '01 0102', '00 0202', '01 0302'],
    ['lt', '01 0102', '00 0202', '00 0302'],
    ['le', '01 0102', '01 0202', '00 0302'],
    ['gt', '00 0102', '00 0202', '01 0302'],
    ['ge', '00 0102', '01 0202', '01 0302'],
  ] as const)('%s, below, at and above', (op, ...wires) => {
    const S = told(({ a, b }) => a[op](b));
    for (const wire of wires) {
      const [, a = 0, b = 0] = hex(wire);
      expectBothWays(S, wire, { a, b });
    }
  });

  test('and, or, not', () => {
    const both = told(({ a, b }) => a.eq(1).and(b.eq(1)));
    const either = told(({ a, b }) => a.eq(1).or(b.eq(1)));
    const not = told(({ a, b }) => a.eq(b).not());
    for (const [a, b] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      expectBothWays(both, `0${a & b} 0${a} 0${b}`, { a, b });
      expectBothWays(either, `0${a | b} 0${a} 0${b}`, { a, b });
      expectBothWays(not, `0${a ^ b} 0${a} 0${b}`, { a, b });
    }
  });
});

describe('sums and products', () => {
  const S = struct('S', {
    sum: derived(u8),
    difference: derived(u8),
    product: derived(u8),
    a: u8,
    b: u8,
  }).where(($) => [$.sum.is($.a.plus($.b)), $.difference.is($.a.minus($.b)), $.product.is($.a.times($.b))]);

  test('have their exact values', () => expectBothWays(S, '08 04 0c 06 02', { a: 6, b: 2 }));

  test('reject a negative difference, which fits no field', () => {
    expect(encodeErrorOf(S, { a: 1, b: 2 })).toMatchObject({
      code: 'out-of-range',
      path: 'difference',
      found: '-1',
    });
    expect(decodeErrorOf(S, hex('03 ff 02 01 02'))).toMatchObject({
      code: 'mismatch',
      path: 'difference',
      expected: 'a - b = -1',
      found: '0xff (255)',
    });
  });

  test('give an exact quotient, or NaN', () => {
    const Quotient = struct('Quotient', { q: derived(u8), a: u8, b: u8 }).where(($) => [
      $.q.is($.a.div($.b)),
    ]);
    expectBothWays(Quotient, '03 06 02', { a: 6, b: 2 });
    expectBothWays(Quotient, '00 00 02', { a: 0, b: 2 });
    for (const [a, b] of [
      [7, 2],
      [7, 0],
      [0, 0],
    ])
      expect(encodeErrorOf(Quotient, { a, b })).toMatchObject({
        code: 'wrong-type',
        path: 'q',
        found: 'NaN',
      });
  });

  test('give NaN for a quotient of bigints by zero', () => {
    const Quotient = struct('Quotient', { q: derived(u64be), a: u64be, b: u64be }).where(($) => [
      $.q.is($.a.div($.b)),
    ]);
    const wide = (n: number): string => n.toString(16).padStart(16, '0');
    expectBothWays(Quotient, wide(3) + wide(6) + wide(2), { a: 6n, b: 2n });
    expect(encodeErrorOf(Quotient, { a: 6n, b: 0n })).toMatchObject({ path: 'q', found: 'NaN' });
    expect(decodeErrorOf(Quotient, hex(wide(3) + wide(6) + wide(0)))).toMatchObject({
      code: 'mismatch',
      path: 'q',
      expected: 'a ÷ b = no exact number',
      found: '3n',
    });
  });

  test('propagate NaN, for bigints too', () => {
    const S = struct('S', { q: derived(u64be), a: u64be }).where(($) => [
      $.q.is($.a.div(4n).plus(1n).times(2n).minus(1n)),
    ]);
    expectBothWays(S, '0000000000000005 0000000000000008', { a: 8n });
    expect(encodeErrorOf(S, { a: 9n })).toMatchObject({ path: 'q', found: 'NaN' });
  });
});

describe('texts', () => {
  test('afterLast() gives what follows the last separator', () => {
    const S = struct('S', { path: string(cstring, 'ascii'), name: derived(string(cstring, 'ascii')) }).where(
      ($) => [$.name.is($.path.afterLast('::'))],
    );
    const wire = (...texts: readonly string[]): string =>
      texts.map((text) => `${Buffer.from(text).toString('hex')}00`).join(' ');
    expectBothWays(S, wire('a::b::cd', 'cd'), { path: 'a::b::cd' });
    expectBothWays(S, wire('::cd', 'cd'), { path: '::cd' });
    expectBothWays(S, wire('a::', ''), { path: 'a::' });
    expectBothWays(S, wire('a:b', 'a:b'), { path: 'a:b' });
    expect(decodeErrorOf(S, hex(wire('a::b', 'a')))).toMatchObject({
      code: 'mismatch',
      path: 'name',
      expected: 'path after the last "::" = "b"',
      found: '"a"',
    });
  });

  test('startsWith() tests the beginning', () => {
    const S = struct('S', { is: derived(u8), text: string(3, 'ascii') }).where(($) => [
      $.is.is($.text.startsWith('ab').choose(1, 0)),
    ]);
    expectBothWays(S, '01 616263', { text: 'abc' });
    expectBothWays(S, '00 636162', { text: 'cab' });
  });

  test('size() gives the length, also for an absent text', () => {
    const S = struct('S', { has: u8, n: derived(u8), text: optional(string(2, 'ascii')) }).where(($) => [
      $.text.presentWhen($.has.eq(1)),
      $.n.is(($.text as Expr<unknown> as Expr<string>).size()),
    ]);
    expectBothWays(S, '01 02 6162', { has: 1, text: 'ab' });
    expect(encodeErrorOf(S, { has: 0, text: undefined })).toMatchObject({ path: 'n', found: 'NaN' });
    expect(decodeErrorOf(S, hex('00 00'))).toMatchObject({
      code: 'mismatch',
      path: 'n',
      expected: 'length of text = no exact number',
    });
  });
});

describe('wide integers as numbers', () => {
  const S = struct('S', { n: u64be, half: derived(u8) }).where(($) => [$.half.is($.n.toNumber().div(2))]);

  test('convert as long as they are safe', () => {
    expectBothWays(S, '0000000000000006 03', { n: 6n });
    expect(encodeErrorOf(S, { n: 2n ** 53n })).toMatchObject({ path: 'half', found: 'NaN' });
    expect(encodeErrorOf(S, { n: 2n ** 53n - 2n })).toMatchObject({ code: 'out-of-range', path: 'half' });
  });

  test('and back', () => {
    const Wide = struct('Wide', { n: derived(u64be), a: u8, b: u8 }).where(($) => [$.n.is($.a.div($.b))]);
    expectBothWays(Wide, '0000000000000003 06 02', { a: 6, b: 2 });
    expect(encodeErrorOf(Wide, { a: 7, b: 2 })).toMatchObject({ path: 'n', found: 'NaN' });
  });
});

test('members of an absent struct are absent', () => {
  const Inner = struct('Inner', { x: u8 });
  const S = struct('S', { has: u8, inner: optional(Inner), n: u8 }).where(($) => [
    $.inner.presentWhen($.has.eq(1)),
    check($.has.eq(0).or($.inner.$.x.eq($.n))),
    check($.inner.$.x.ne(7), 'not seven'),
  ]);
  expectBothWays(S, '00 05', { has: 0, inner: undefined, n: 5 });
  expectBothWays(S, '01 05 05', { has: 1, inner: { x: 5 }, n: 5 });
  expect(decodeErrorOf(S, hex('01 07 07'))).toMatchObject({ code: 'check-failed', expected: 'not seven' });
});
