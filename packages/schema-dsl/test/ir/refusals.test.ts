import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  atEnd,
  bool,
  byteLength,
  bytes,
  check,
  count,
  derived,
  endsWith,
  f32be,
  firstOf,
  irOf,
  list,
  literal,
  lookahead,
  on,
  openEnumeration,
  optional,
  parameter,
  peek,
  prefix,
  present,
  sized,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u64be,
  union,
  until,
} from '../../src/index.js';
import { refusalOf } from '../refusal.js';

const flag = parameter('flag', bool);

type Refusal = readonly [title: string, schema: () => Node<unknown>, path: string, message: string | RegExp];

const refuses = (cases: readonly Refusal[]): void => {
  test.each(cases)('%s', (_, schema, path, message) => {
    const error = refusalOf(schema());
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(`${error.path}: `)).toBe(true);
    expect(error.path).toBe(path);
  });
};

describe('rejects a constant that its node cannot encode', () => {
  refuses([
    [
      'too large',
      () => struct('S', { a: literal(u8, 300) }),
      'S.a',
      'the constant 300 is out of range for u8; use one from 0 to 255',
    ],
    [
      'text in a float',
      () => struct('S', { a: literal(f32be as Node<unknown> as Node<string>, 'one') }),
      'S.a',
      'the constant one is not a number, which f32be requires',
    ],
    [
      'a number that an open enumeration cannot hold',
      () => struct('S', { a: literal(openEnumeration(u8, { a: 1 }) as Node<unknown> as Node<number>, 300) }),
      'S.a',
      'the constant 300 is out of range for u8; use one from 0 to 255',
    ],
    [
      'negative',
      () => struct('S', { a: literal(u16be, -1) }),
      'S.a',
      'the constant -1 is out of range for u16be; use one from 0 to 65535',
    ],
    [
      'a fraction',
      () => struct('S', { a: literal(u8, 1.5) }),
      'S.a',
      'the constant 1.5 is not an integer, which u8 requires; use one from 0 to 255',
    ],
    [
      'minus zero',
      () => struct('S', { a: literal(u8, -0) }),
      'S.a',
      'the constant -0 is not an integer, which u8 requires; use one from 0 to 255',
    ],
    [
      'not a number',
      () => struct('S', { a: literal(u8, Number.NaN) }),
      'S.a',
      'the constant NaN is not an integer, which u8 requires; use one from 0 to 255',
    ],
    [
      'a 64-bit one',
      () => struct('S', { a: literal(u64be, 2n ** 64n) }),
      'S.a',
      'the constant 18446744073709551616n is out of range for u64be',
    ],
    [
      'a number in 64 bits',
      () => struct('S', { a: literal(u64be as Node<unknown> as Node<number>, 1) }),
      'S.a',
      'the constant 1 is a number, but u64be holds bigints; write 1n',
    ],
    [
      'no ASCII',
      () => struct('S', { a: literal(string(undefined, 'ascii'), 'é') }),
      'S.a',
      /not ascii text, found U\+00E9/,
    ],
    [
      'a lone surrogate',
      () => struct('S', { a: literal(string(), '\ud800') }),
      'S.a',
      /not utf-8 text, found U\+D800/,
    ],
    [
      'of another length',
      () => struct('S', { a: literal(bytes(2), 'cafeba') }),
      'S.a',
      'takes 3 bytes, not 2',
    ],
    [
      'text of another length',
      () => struct('S', { a: literal(string(1), 'é') }),
      'S.a',
      'takes 2 bytes, not 1',
    ],
    [
      'longer than its prefix can say',
      () => struct('S', { a: literal(string(prefix(u8)), 'x'.repeat(256)) }),
      'S.a',
      'takes 256 bytes, too many for the prefix u8',
    ],
    ['to the end', () => struct('S', { a: literal(bytes(toEnd), 'ca') }), 'S.a', 'omit the ending'],
    [
      'text in bytes',
      () => struct('S', { a: literal(bytes(2) as Node<unknown> as Node<number>, 5) }),
      'S.a',
      'the constant for bytes is 5; use hexadecimal digits',
    ],
    ['in a bool', () => struct('S', { a: literal(bool, true) }), 'S.a', 'bool cannot be a constant'],
  ]);
});

describe('rejects schemas whose values would encode differently, or not at all', () => {
  const Rest = struct('Rest', { rest: bytes(toEnd) });
  refuses([
    [
      'a field behind an arm that goes to the end',
      () => struct('S', { k: u8, x: union({ a: on(1, bytes(toEnd)) }), t: u8 }).where(($) => [$.x.tag($.k)]),
      'S.x',
      'extends to the end, but t follows; bound it by sized(…) or a length',
    ],
    [
      'a field behind a struct that does',
      () => struct('S', { a: Rest, t: bool }),
      'S.a',
      'extends to the end, but t follows',
    ],
    [
      'a field behind an alternative that does',
      () => struct('S', { a: firstOf({ x: literal(u8, 1), y: Rest }), t: optional(u8, flag) }),
      'S.a',
      'extends to the end, but t follows',
    ],
    [
      'a field of any size behind a region that goes to the end',
      () => struct('S', { a: sized(toEnd, Rest), t: string(prefix(u8)) }),
      'S.a',
      'extends to the end, but t follows and has no fixed size',
    ],
    [
      'a field behind a struct with such a region',
      () => struct('S', { a: struct('Inner', { rest: sized(toEnd, Rest), t: u8 }), t: u8 }),
      'S.a',
      'extends to the end, but t follows',
    ],
    ['elements that go to the end', () => struct('S', { a: list(Rest, 2) }), 'S.a', 'never a second one'],
    [
      'a region that its content never fills',
      () => struct('S', { a: sized(3, u16be) }),
      'S.a',
      'its content takes 2 bytes, so it never fills a region of 3',
    ],
    [
      'a region that is too small',
      () => struct('S', { a: sized(3, list(u16be, prefix(u16be))), b: sized(1, list(u8, prefix(u16be))) }),
      'S.b',
      'its content takes at least 2 bytes',
    ],
    [
      'a sentinel with a value',
      () => struct('S', { a: list(u16be, endsWith(u8)) }),
      'S.a',
      'the sentinel holds a value, which would be lost',
    ],
    [
      'an optional in an optional',
      () => struct('S', { a: optional(optional(u8, flag), flag) }),
      'S.a',
      'its absence would not show',
    ],
    ['an optional end', () => struct('S', { a: optional(atEnd, flag) }), 'S.a', 'its absence would not show'],
    [
      'unknown tags that nothing keeps',
      () =>
        struct('S', { k: derived(string(1)), x: union({ a: u8 }, { otherwise: u8 }) }).where(($) => [
          $.k.is(tagOf($.x)),
        ]),
      'S.x',
      'unknown tags would be lost: k is derived',
    ],
    [
      'a tag that is kept twice',
      () =>
        struct('S', { k: string(1), x: union({ a: u8 }, { otherwise: u8, rawTag: 'name' }) }).where(($) => [
          $.x.tag($.k),
        ]),
      'S.x',
      'rawTag keeps a derived tag',
    ],
    [
      'a number as unknown tag, where nothing says that it is one',
      () =>
        struct('S', { k: derived(u8), x: union({}, { otherwise: u8, rawTag: 'name' }) }).where(($) => [
          $.k.is(tagOf($.x) as never),
        ]),
      'S.x',
      'rawTag of a union without arms keeps text, but k is a number',
    ],
  ]);
});

describe('rejects parts that would be ignored or never happen', () => {
  refuses([
    [
      'a condition for what is not optional',
      () => struct('S', { k: u8, a: u8 }).where(($) => [$.a.presentWhen($.k.eq(1))]),
      'S.a',
      'presentWhen() is for an optional field',
    ],
    [
      'two conditions',
      () => struct('S', { k: u8, a: optional(u8, flag) }).where(($) => [$.a.presentWhen($.k.eq(1))]),
      'S.a',
      'has two conditions; keep one',
    ],
    [
      'a tag for anything but a union',
      () => struct('S', { k: u8, a: u8 }).where(($) => [$.a.tag($.k)]),
      'S.a',
      'tag() selects the arm of a union',
    ],
    [
      'names as tags, where a number selects',
      () => struct('S', { k: u8, x: union({ a: u8 }) }).where(($) => [$.x.tag($.k)]),
      'S.x.a',
      'its tag is a string, but k is a number, so it is never selected; set the tag with on(…)',
    ],
    [
      'numbers as tags, where 64 bits select',
      () => struct('S', { k: u64be, x: union({ a: on(1, u8) }) }).where(($) => [$.x.tag($.k)]),
      'S.x.a',
      'its tag is a number, but k is a bigint',
    ],
    [
      'a peek as part of something',
      () => struct('S', { k: u8, x: union({ a: on(0, peek(u8)) }) }).where(($) => [$.x.tag($.k)]),
      'S.x',
      'peek() must be a field of its own',
    ],
    [
      'alternatives without any',
      () => struct('S', { a: firstOf({}) }),
      'S.a',
      'firstOf() has no alternatives; add one',
    ],
    [
      'alternatives in another order than written',
      () => struct('S', { a: firstOf({ 10: literal(u8, 1), 2: u8 }) }),
      'S.a.2',
      'would change the order of the alternatives',
    ],
    [
      'a tag among alternatives',
      () => struct('S', { a: firstOf({ x: on(1, u8) }) }),
      'S.a.x',
      'on() sets a tag, but alternatives of firstOf() have none',
    ],
  ]);
});

describe('rejects impossible member names', () => {
  const u = (options: object): Node<unknown> =>
    struct('S', { k: u8, x: union({ a: on(1, u8) }, options) }).where(($) => [$.x.tag($.k)]);
  refuses([
    ['two of one name', () => u({ tag: 'x', value: 'x' }), 'S.x', 'two members of one value have the name x'],
    [
      'two of one name in the raw arm',
      () => u({ otherwise: u8, tag: 't', raw: 't' }),
      'S.x',
      'two members of one value have the name t',
    ],
    [
      'no identifier',
      () => u({ tag: 'a b' }),
      'S.x',
      'expected an identifier as the member name (ASCII letters, digits and _, not starting with a digit), found "a b"',
    ],
    [
      'a name of objects',
      () => u({ value: '__proto__' }),
      'S.x',
      'has a special meaning for JavaScript objects',
    ],
    [
      'alternatives',
      () => struct('S', { a: firstOf({ x: u8 }, { tag: 'v', value: 'v' }) }),
      'S.a',
      'two members of one value have the name v',
    ],
  ]);
});

test('rejects patterns with flags', () => {
  expect(() => struct('S', { s: string(1) }).where(($) => [check($.s.matches(/^a$/i))])).not.toThrow();
  const schema = struct('S', { s: string(1) }).where(($) => [check($.s.matches(/^a$/i))]);
  expect(() => irOf(schema)).toThrow(
    'S: matches(): expected a regular expression without flags, found /^a$/i; write /^a$/',
  );
});

test('reports unbound parameters under any root', () => {
  const size = parameter('size', u8);
  expect(() => irOf(list(struct('S', { data: bytes(size) }), 2))).toThrow(/reads the parameter 'size'/);
  expect(() => irOf(bytes(size))).toThrow("root: reads the parameter 'size', which nothing binds");
});

describe('accepts similar valid schemas', () => {
  const Marked = struct('Marked', { m: literal(u8, 1), end: atEnd });
  test.each<readonly [string, Node<unknown>]>([
    [
      'nothing of size behind the end',
      struct('S', { a: struct('Rest', { r: bytes(toEnd) }), seen: lookahead(u8), end: atEnd }),
    ],
    [
      'one length bounds it',
      struct('S', { n: derived(u8), a: struct('Rest', { r: bytes(toEnd) }), t: u8 }).where(($) => [
        $.n.is(byteLength($.a)),
      ]),
    ],
    ['a region bounds it', struct('S', { a: sized(2, struct('Rest', { r: bytes(toEnd) })), t: u8 })],
    ['room for the fixed fields behind', struct('S', { a: bytes(toEnd), t: u16be, more: literal(u8, 1) })],
    ['boundaries may look to the end', struct('S', { a: bytes(until(Marked)), m: Marked })],
    [
      'a union in a region',
      struct('S', { k: u8, x: sized(prefix(u8), union({ a: on(1, bytes(toEnd)) })), t: u8 }).where(($) => [
        $.x.tag($.k),
      ]),
    ],
    [
      'a derived tag in a region',
      struct('S', { k: derived(string(1)), x: sized(prefix(u8), union({ a: u8 })) }).where(($) => [
        $.k.is(tagOf($.x)),
      ]),
    ],
    [
      'a flag for what is in a region',
      struct('S', { f: derived(bool), x: optional(sized(2, u16be)) }).where(($) => [$.f.is(present($.x))]),
    ],
    [
      'booleans as tags',
      struct('S', { k: bool, x: union({ yes: on(true, u8), no: on(false, u16be) }) }).where(($) => [
        $.x.tag($.k),
      ]),
    ],
    ['a 64-bit count', struct('S', { n: derived(u64be), x: list(u8) }).where(($) => [$.n.is(count($.x))])],
  ])('%s', (_, schema) => {
    expect(irOf(schema).format).toBe(1);
  });
});

test('visits many optional parts of a recursive struct only once', () => {
  const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
  const Wide: Node<unknown> = struct(
    'Wide',
    Object.defineProperties(
      {},
      {
        ...Object.fromEntries(
          names.map((name) => [name, { enumerable: true, get: () => optional(Wide, flag) }]),
        ),
        last: { enumerable: true, value: u8 },
      },
    ) as Record<string, never>,
  );
  const schema = struct('S', { all: list(Wide, endsWith(literal(u16be, 0xffff))) });
  expect(irOf(schema, { allowParameters: true }).structs.Wide?.fields).toHaveLength(31);
});
