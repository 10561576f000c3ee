import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  bytes,
  derived,
  endsAfter,
  endsWith,
  f32be,
  flags,
  irOf,
  list,
  literal,
  on,
  optional,
  parameter,
  prefix,
  SchemaError,
  string,
  struct,
  u8,
  u16be,
  union,
  until,
  whilePeek,
} from '../../src/index.js';

const Pair = struct('Pair', {
  a: u8,
  sum: derived(u8),
  kind: u8,
  note: optional(u8),
  data: bytes(prefix(u8)),
}).where(($) => [$.sum.is($.a.plus(1)), $.note.presentWhen($.kind.eq(1))]);
const Flat = struct('Flat', { k: u8, body: union({ x: on(1, u8) }, { otherwise: u8 }) })
  .where(($) => [$.body.tag($.k)])
  .flat('body');
const Holder = struct('Holder', {
  is: flags(u8, { last: 0 }, { strict: true }),
  there: u8,
  pair: optional(Pair),
  inner: Pair,
}).where(($) => [$.pair.presentWhen($.there.eq(1))]);
const Empty = struct('Empty', { text: string(0) });
const limit = parameter('limit', u8, { default: 3 });

describe('rejects an invalid schema with its path and the fix', () => {
  const cases: readonly (readonly [
    title: string,
    schema: () => Node<unknown>,
    path: string,
    message: RegExp,
  ])[] = [
    [
      'a condition on no field',
      () =>
        struct('S', {
          all: list(
            Pair,
            endsAfter(($) => ($ as never as { b: typeof limit }).b.eq(1)),
          ),
        }),
      'S.all',
      /refers to b, which is not a field of an element/,
    ],
    [
      'a condition on a derived field',
      () =>
        struct('S', {
          all: list(
            Pair,
            endsAfter(($) => $.sum.eq(1)),
          ),
        }),
      'S.all',
      /sum, which is not in an element's value; keep it there/,
    ],
    [
      'a condition on what may be absent',
      () =>
        struct('S', {
          all: list(
            Pair,
            endsAfter(($) => $.note.eq(1)),
          ),
        }),
      'S.all',
      /note, which may be absent/,
    ],
    [
      'a condition on a member of what may be absent',
      () =>
        struct('S', {
          all: list(
            Holder,
            endsAfter(($) => ($.pair as never as typeof $.inner).$.a.eq(1)),
          ),
        }),
      'S.all',
      /pair\.a, which may be absent/,
    ],
    [
      'a condition on a derived field further in',
      () =>
        struct('S', {
          all: list(
            Holder,
            endsAfter(($) => $.inner.$.sum.eq(1)),
          ),
        }),
      'S.all',
      /inner\.sum, which is not in an element's value/,
    ],
    [
      'a condition on no flag',
      () =>
        struct('S', {
          all: list(
            Holder,
            endsAfter(($) => ($.is as never as { $: { unknown: typeof limit } }).$.unknown.eq(0)),
          ),
        }),
      'S.all',
      /refers to is\.unknown, which is not a field of an element/,
    ],
    [
      'a condition on bytes',
      () =>
        struct('S', {
          all: list(
            Pair,
            endsAfter(($) => $.data.eq(new Uint8Array(1))),
          ),
        }),
      'S.all',
      /compares data, which is not a number, string or boolean/,
    ],
    [
      'a condition on a merged union',
      () =>
        struct('S', {
          all: list(
            Flat,
            whilePeek(Flat, ($) => $.body.eq('x' as never)),
          ),
        }),
      'S.all',
      /not in an element's value/,
    ],
    [
      'a condition that speaks of something else',
      () =>
        struct('S', {
          all: list(
            Pair,
            endsAfter(() => limit.eq(1)),
          ),
        }),
      'S.all',
      /does not refer to the element/,
    ],
    [
      'a condition that is none',
      () => struct('S', { all: list(u8, endsAfter((() => true) as never)) }),
      'S.all',
      /its condition returns true; return an expression over the element/,
    ],
    [
      'a condition on a list as a whole',
      () =>
        struct('S', {
          all: list(
            bytes(2),
            endsAfter((b) => b.eq(new Uint8Array(2))),
          ),
        }),
      'S.all',
      /cannot be compared as a whole/,
    ],
    [
      'floats, which are moved by their bytes',
      () =>
        struct('S', {
          all: list(
            f32be,
            endsAfter((x) => x.eq(1)),
          ),
        }),
      'S.all',
      /cannot end a list of them; put the float into a struct/,
    ],
    [
      'a list that ends as bytes do',
      () => struct('S', { all: list(u8, until(literal(u8, 1)) as never) }),
      'S.all',
      /until\(\) ends bytes, but this is a list; use endsWith/,
    ],
    [
      'bytes that end with a sentinel',
      () => struct('S', { all: bytes(endsWith(literal(u8, 1)) as never) }),
      'S.all',
      /endsWith\(\) ends a list, but these are bytes; use until/,
    ],
    [
      'elements without bytes',
      () =>
        struct('S', {
          all: list(
            Empty,
            endsAfter(($) => $.text.eq('a')),
          ),
        }),
      'S.all',
      /may take no bytes, so the list would never end/,
    ],
    [
      'elements without bytes as long as something is ahead',
      () => struct('S', { all: list(Empty, whilePeek(literal(u8, 1))) }),
      'S.all',
      /may take no bytes/,
    ],
    [
      'a look ahead without a bound',
      () => struct('S', { all: list(u8, whilePeek(bytes(prefix(u16be)))) }),
      'S.all',
      /the node of whilePeek\(\) may take up to 65537 bytes, but is tried at many offsets/,
    ],
    [
      'a look ahead at nothing',
      () => struct('S', { all: list(u8, whilePeek(string(0))) }),
      'S.all',
      /parses anywhere; make it take at least one byte/,
    ],
    [
      'bytes that end as lists do',
      () => struct('S', { all: bytes(endsAfter(() => limit.eq(1)) as never) }),
      'S.all',
      /endsAfter\(\) ends a list, but these are bytes; use until/,
    ],
  ];
  test.each(cases)('%s', (_, schema, path, message) => {
    let error: unknown;
    try {
      irOf(schema());
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ path, message: expect.stringMatching(message) as string });
  });
});
