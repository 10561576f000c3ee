import type { Infer, Node } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  check,
  constant,
  f32be,
  firstOf,
  on,
  optional,
  parameter,
  peek,
  prefix,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u64be,
  union,
} from '@bytewright/schema-dsl';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function drawn<N extends Node<unknown>>(schema: N, count = 200): Infer<N>[] {
  // arbitrary() makes values of the schema's type
  return fc.sample(arbitrary(schema), { numRuns: count, seed: 20 }) as Infer<N>[];
}

/** Whether a conditional note is sometimes present and sometimes absent. */
function isMetBothWays(schema: Node<{ readonly note?: number | undefined }>): boolean {
  return new Set(drawn(schema).map(({ note }) => note === undefined)).size === 2;
}

describe('generates the values that a schema compares with, and their neighbours', () => {
  const note = optional(u8);
  test.each<readonly [string, Node<{ readonly note?: number | undefined }>]>([
    ['a float', struct('S', { x: f32be, note }).where(($) => [$.note.presentWhen($.x.eq(2.5))])],
    // 0.1 is not a 32-bit float
    [
      'a float that has no such value',
      struct('S', { x: f32be, note }).where(($) => [$.note.presentWhen($.x.lt(0.1))]),
    ],
    [
      'an integer and a fraction',
      struct('S', { n: u8, note }).where(($) => [$.note.presentWhen($.n.lt(2.5))]),
    ],
    [
      'a wide integer as a number',
      struct('S', { n: u64be, note }).where(($) => [$.note.presentWhen($.n.toNumber().eq(77))]),
    ],
    ['a bool', struct('S', { b: bool, note }).where(($) => [$.note.presentWhen($.b.eq(true))])],
    [
      'text of a size',
      struct('S', { s: string(2, 'ascii'), note }).where(($) => [$.note.presentWhen($.s.eq('ab'))]),
    ],
  ])('%s', (_, schema) => {
    expect(isMetBothWays(schema)).toBe(true);
  });

  const tagged = union(
    { a: on(Uint8Array.of(9, 8, 7), bytes(0)), b: on(Uint8Array.of(1, 2), bytes(0)) },
    { otherwise: u8 },
  );

  test('generates bytes that select an arm', () => {
    const Any = struct('Any', { tag: bytes(prefix(u8)), body: tagged }).where(($) => [$.body.tag($.tag)]);
    expect(new Set(drawn(Any).map(({ body }) => body.type))).toEqual(new Set(['a', 'b', undefined]));
  });

  test('generates no bytes of a size that does not fit', () => {
    const Two = struct('Two', { tag: bytes(2), body: tagged }).where(($) => [$.body.tag($.tag)]);
    expect(new Set(drawn(Two).map(({ body }) => body.type))).toEqual(new Set(['b', undefined]));
  });

  test('shrinks hinted values like any other', () => {
    const Any = struct('Any', { tag: bytes(prefix(u8)), body: tagged }).where(($) => [$.body.tag($.tag)]);
    const property = fc.property(arbitrary(Any), ({ tag }) => tag[0] !== 9);
    const { counterexample } = fc.check(property, { seed: 20, numRuns: 500 });
    expect(counterexample).toMatchObject([{ tag: Uint8Array.of(9) }]);
  });
});

describe('checks bound values', () => {
  test('with the constant on either side', () => {
    const Bounded = struct('Bounded', { a: u8, b: u64be }).where(($) => [
      check(constant(5).gt($.a)),
      check($.b.toNumber().le(3)),
    ]);
    const values = drawn(Bounded);
    expect(new Set(values.map(({ a }) => a))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(new Set(values.map(({ b }) => b))).toEqual(new Set([0n, 1n, 2n, 3n]));
  });

  test('to matching texts, with and without a repeat at the end', () => {
    const Matching = struct('Matching', {
      a: string(prefix(u8), 'ascii'),
      b: string(prefix(u8), 'ascii'),
    }).where(($) => [check($.a.matches(/^[a-c]{2}$/)), check($.b.matches(/^[xy]*$/))]);
    const values = drawn(Matching);
    expect(values.every(({ a, b }) => /^[a-c]{2}$/.test(a) && /^[xy]*$/.test(b))).toBe(true);
    expect(values.some(({ b }) => b === '')).toBe(true);
    expect(values.some(({ b }) => b.length > 3)).toBe(true);
  });
});

describe('alternatives', () => {
  test('that do not fit into a region are omitted', () => {
    const Odd = struct('Odd', {
      region: sized(3, firstOf({ text: string(toEnd, 'utf-16le'), raw: bytes(toEnd) })),
    });
    expect(drawn(Odd).every(({ region }) => region.type === 'raw')).toBe(true);
    const None = struct('None', { region: sized(3, firstOf({ text: string(toEnd, 'utf-16le') })) });
    expect(() => drawn(None, 1)).toThrow('no alternative is possible here');
  });

  test('of a recursive struct end with one that does not recurse', () => {
    const Chain: Node<unknown> = struct('Chain', {
      kind: u8,
      get next() {
        return union({ more: on(1, Chain) }, { otherwise: bytes(0) });
      },
    }).where(($) => [$.next.tag($.kind)]);
    const depthOf = (value: unknown): number => {
      const { next } = value as { next: { type?: string; value: unknown } }; // as the schema says
      return next.type === 'more' ? 1 + depthOf(next.value) : 0;
    };
    const depths = drawn(Chain, 300).map(depthOf);
    expect(Math.max(...depths)).toBeGreaterThan(2);
    expect(Math.max(...depths)).toBeLessThan(20);
  });

  test('that look-ahead selects are generated, and so are tags without an arm', () => {
    const Ahead = struct('Ahead', {
      kind: peek(u8),
      body: union({ a: on(1, bytes(2)), b: on(2, bytes(3)) }, { otherwise: bytes(1) }),
    }).where(($) => [$.body.tag($.kind)]);
    expect(new Set(drawn(Ahead).map(({ body }) => body.type))).toEqual(new Set(['a', 'b', undefined]));
  });
});

test('reports a size that is too large to be generated', () => {
  const Huge = struct('Huge', { data: bytes(parameter('size', u64be, { default: 70_000n }).toNumber()) });
  expect(() => drawn(Huge, 1)).toThrow('a size of 70000, above what is made up');
});
