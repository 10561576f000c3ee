import { describe, expect, test } from 'vitest';
import type { Node, References } from '../../src/index.js';
import {
  atEach,
  atEnd,
  bool,
  byteLength,
  bytes,
  check,
  constant,
  crc32,
  custom,
  derived,
  external,
  gaps,
  irOf,
  list,
  offsetOf,
  on,
  openEnumeration,
  optional,
  peek,
  prefix,
  present,
  range,
  SchemaError,
  sized,
  span,
  string,
  struct,
  tagOf,
  tail,
  u8,
  u16be,
  u32be,
  union,
} from '../../src/index.js';

type Refusal = readonly [title: string, schema: () => Node<unknown>, path: string, message: RegExp];

const refuses = (cases: readonly Refusal[]): void => {
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
};

describe('rejects an equation without a meaning', () => {
  refuses([
    [
      'the contrary of a presence',
      () =>
        struct('S', { absent: derived(bool), x: optional(u8) }).where(($) => [
          $.absent.is(present($.x).not()),
        ]),
      'S.absent',
      /cannot be solved for present\(x\); make it the entire right side/,
    ],
    [
      'a number beside a tag',
      () =>
        struct('S', { k: derived(u8), x: union({ a: on(1, u8) }) }).where(($) => [
          $.k.is(tagOf($.x).plus(1 as never) as never),
        ]),
      'S.k',
      /cannot be solved for tagOf\(x\)/,
    ],
    [
      'a length that something is divided by',
      () =>
        struct('S', { n: derived(u8), b: bytes() }).where(($) => [$.n.is(constant(8).div(byteLength($.b)))]),
      'S.n',
      /8 ÷ byteLength\(b\) cannot be solved for byteLength\(b\)/,
    ],
    [
      'two of one field, the second a checksum',
      () =>
        struct('S', { a: u8, sum: derived(u32be) }).where(($) => [
          $.sum.is(5),
          $.sum.is(crc32(span($.a, $.a))),
        ]),
      'S.sum',
      /a checksum and another relation determine it; keep one/,
    ],
    [
      'of a field further in',
      () => struct('S', { a: struct('I', { b: derived(u8) }) }).where(($) => [$.a.$.b.is(5)]),
      'S.a.b',
      /\.is\(\) determines a derived field of S itself, but this one is inside a; keep it in the value, not derived\(\), and state what it equals: check\(\$\.a\.\$\.b\.eq/,
    ],
    [
      'of a sum',
      () => struct('S', { a: derived(u8) }).where(($) => [$.a.plus(1).is(5)]),
      'S',
      /\.is\(\) determines a derived field/,
    ],
    [
      'what is only peeked at',
      () => struct('S', { p: peek(u8), n: derived(u8) }).where(($) => [$.n.is($.p as never)]),
      'S.p',
      /this one is only looked ahead at/,
    ],
    [
      'the tag of a union that is selected by a peeked field',
      () =>
        struct('S', { n: derived(u8), p: peek(u8), u: union({ a: on(0, u8), b: on(1, u16be) }) }).where(
          ($) => [$.u.tag($.p), $.n.is(tagOf($.u).eq(1).choose(7, 8))],
        ),
      'S.u',
      /tagOf\(u\) is only peeked at, in p: .* make p a derived field with \$\.p\.is\(tagOf\(\$\.u\)\)/,
    ],
    [
      'a presence that the end decides',
      () => struct('S', { e: atEnd, x: optional(u8) }).where(($) => [$.x.presentWhen($.e as never)]),
      'S.x',
      /its condition is e, which holds no value, so it would never be true; write e: lookahead\(atEnd\)/,
    ],
  ]);
});

describe('non-scalars can only be compared with their own kind, by eq() and ne()', () => {
  const Point = struct('Point', { x: u8, y: u8 });
  const foreign = custom(
    external(
      { module: './own.js', export: 'day' },
      {
        read: () => ({ value: new Date(0), byteLength: 1 }),
        write: () => Uint8Array.of(0),
      },
    ),
  );
  const Day = struct('Day', { day: foreign });
  refuses([
    [
      'bytes have no order',
      () => struct('S', { a: bytes(2), b: bytes(2) }).where(($) => [check($.a.lt($.b))]),
      'S.b',
      /a < b: a is bytes, which has no order and no arithmetic; use eq\(\) or ne\(\)/,
    ],
    [
      'structs are not added up',
      () => struct('S', { n: derived(u8), a: Point }).where(($) => [$.n.is($.a.plus(1 as never) as never)]),
      'S.n',
      /a \+ 1: a is an object/,
    ],
    [
      'a list is not a number',
      () => struct('S', { n: derived(u8), a: list(u16be, 2) }).where(($) => [$.n.is($.a as never)]),
      'S.n',
      /n = a: a number never equals a Uint16Array/,
    ],
    [
      'numbers of other sizes make other arrays',
      () => struct('S', { a: list(u8, 2), b: list(u16be, 2) }).where(($) => [check($.a.eq($.b as never))]),
      'S.b',
      /a = b: bytes never equals a Uint16Array/,
    ],
    [
      'a list of structs is not a struct',
      () => struct('S', { a: list(Point, 1), b: Point }).where(($) => [check($.a.ne($.b as never))]),
      'S.b',
      /a ≠ b: a list never equals an object/,
    ],
    [
      'what a codec of the author makes has content that only that knows',
      () =>
        struct('S', {
          a: Day,
          b: Day,
          more: optional(u8),
        }).where(($) => [$.more.presentWhen($.a.eq($.b))]),
      'S.more',
      /a = b: a has values of the custom codec day of \.\/own\.js, which cannot be compared/,
    ],
    [
      'what is merged into the value is nothing of its own',
      () => {
        const Flat = struct('Flat', { k: u8, arm: union({ a: on(1, u8) }) })
          .where(($) => [$.arm.tag($.k), check($.arm.ne($.arm), 'never')])
          .flat('arm');
        return Flat;
      },
      'Flat.arm',
      /arm ≠ arm: arm is merged into the value around it/,
    ],
    [
      'a node for each element is not decided by a whole struct',
      () =>
        struct('S', {
          entries: list(struct('Entry', { at: u8, p: Point, q: Point }), 1),
          items: atEach(optional(u8)),
        }).where(($) => [
          $.items.atEach($.entries, ($e) => ({ offset: $e.at, when: $e.p.eq($e.q as never) })),
        ]),
      'S.items',
      /the element's p is not a number, string or boolean/,
    ],
  ]);
});

describe('rejects a relation about fields of another struct', () => {
  const others = { size: u8, data: bytes(prefix(u8)) };
  /** The fields of another struct, as its relations see them. */
  const foreign = (): References<typeof others> => {
    let seen: References<typeof others> | undefined;
    const Other = struct('Other', others).where(($) => {
      seen = $;
      return [];
    });
    irOf(Other);
    if (seen === undefined) throw new Error('no relations were asked for');
    return seen;
  };
  refuses([
    [
      'a length that is checked',
      () => struct('S', { n: u8 }).where(($) => [check(byteLength(foreign().data).eq($.n))]),
      'S.data',
      /byteLength\(data\) refers to something other than a field of S; use one of/,
    ],
    [
      'a length that is part of a sum',
      () =>
        struct('S', { n: derived(u8), b: bytes() }).where(($) => [
          $.n.is(byteLength($.b).plus(byteLength(foreign().data))),
        ]),
      'S.data',
      /byteLength\(data\) refers to something other than a field of S/,
    ],
    [
      'a value that is part of a sum',
      () =>
        struct('S', { n: derived(u8), b: bytes(prefix(u8)) }).where(($) => [
          $.n.is(byteLength($.b).plus(foreign().size)),
        ]),
      'S.size',
      /no such field/,
    ],
    [
      'the offset of another',
      () => struct('S', { n: derived(u8) }).where(($) => [$.n.is(offsetOf(foreign().data))]),
      'S.data',
      /offsetOf\(data\) refers to something other than a field of S; use one of/,
    ],
    [
      'a span',
      () =>
        struct('S', { n: derived(u32be), b: bytes(2) }).where(($) => [
          $.n.is(crc32(span(foreign().size, foreign().data))),
        ]),
      'S.n',
      /the span goes from size to data, which are not both fields of this struct/,
    ],
  ]);
});

describe('rejects positioned fields that could not be found', () => {
  const Entry = struct('Entry', { at: u8, size: derived(u8), name: string(prefix(u8)) }).where(($) => [
    $.size.is(byteLength($.name)),
  ]);
  refuses([
    [
      'by a size that no element keeps',
      () =>
        struct('S', { entries: list(Entry, prefix(u8)), all: atEach(bytes()), rest: gaps() }).where(($) => [
          $.all.atEach($.entries, ($e) => ({ offset: $e.at, size: $e.size })),
        ]),
      'S.all',
      /the element's size is not in the value/,
    ],
    [
      'by a member that no element has',
      () =>
        struct('S', { entries: list(Entry, prefix(u8)), all: atEach(bytes()), rest: gaps() }).where(($) => [
          $.all.atEach($.entries, ($e) => ({
            offset: $e.at,
            size: ($e as unknown as { length: typeof $e.at }).length,
          })),
        ]),
      'S.all',
      /the element's length is not a field/,
    ],
    [
      'for a list that may be absent',
      () =>
        struct('S', { k: u8, l: optional(list(u8, 2)), all: atEach(u8), rest: gaps() }).where(($) => [
          $.l.presentWhen($.k.eq(1)),
          $.all.atEach($.l, ($e) => ({ offset: $e })),
        ]),
      'S.all',
      /which may be absent; use an empty list instead/,
    ],
    [
      'where nothing says which elements have a node',
      () =>
        struct('S', { l: list(u8, 2), all: atEach(optional(u8)), rest: gaps() }).where(($) => [
          $.all.atEach($.l, ($e) => ({ offset: $e })),
        ]),
      'S.all',
      /nothing says which elements have an optional node; add `when`/,
    ],
    [
      'for a field that lies where it stands',
      () =>
        struct('S', { l: list(u8, 2), a: u8, rest: gaps() }).where(($) => [
          $.a.atEach($.l, ($e) => ({ offset: $e })),
        ]),
      'S.a',
      /wrap them in atEach\(…\)/,
    ],
    [
      'at the end, where it may be larger than is searched',
      () => struct('S', { end: tail(bytes(prefix(u32be))), rest: gaps() }),
      'S.end',
      /tail\(\) may take up to 4294967299 bytes/,
    ],
  ]);
});

describe('patterns take linear time', () => {
  const matching = (pattern: RegExp): Node<unknown> =>
    struct('S', { s: string(prefix(u8)) }).where(($) => [check($.s.matches(pattern))]);
  refuses([
    [
      'not with a repeat that begins anywhere',
      () => matching(/a*b/),
      'S.s',
      /has an unbounded repeat without a leading \^/,
    ],
    ['not with so many copies', () => matching(/^a{1,300}$/), 'S.s', /repeats something more than 255 times/],
  ]);

  test.each([/^ab$/, /^a{1,255}$/, /^a+$/])('as %s does', (pattern) => {
    expect(() => irOf(matching(pattern))).not.toThrow();
  });
});

describe('a range of tags', () => {
  const tagged = (from: number): Node<unknown> =>
    struct('S', {
      kind: openEnumeration(u8, { get: 1, put: 2 }),
      body: union({ other: on(range(from, 9), u8) }, { otherwise: u8 }),
    }).where(($) => [$.body.tag($.kind)]);
  refuses([
    [
      'that begins with a number that has a name',
      () => tagged(2),
      'S.body.other',
      /2 is never kind, which is one of/,
    ],
  ]);

  test('may contain numbers without names', () => {
    expect(() => irOf(tagged(3))).not.toThrow();
  });
});

test('rejects a region that is larger than its content can be', () => {
  expect(() => irOf(struct('S', { a: sized(300, bytes(prefix(u8))) }))).toThrow(
    'its content takes at most 256 bytes, so it never fills a region of 300',
  );
});
