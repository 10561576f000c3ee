import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  bool,
  bytes,
  check,
  decode,
  derived,
  encode,
  endsWith,
  firstOf,
  irOf,
  list,
  literal,
  lookahead,
  on,
  optional,
  parameter,
  prefix,
  range,
  SchemaError,
  search,
  sized,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32be,
  union,
  until,
} from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from '../interpreter/support.js';

function errorOf(schema: Node<unknown>): string {
  try {
    irOf(schema);
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    throw error;
  }
  throw new Error('the schema was accepted');
}

const selected = (body: Node<unknown>, kind: Node<number> = u8): Node<unknown> =>
  struct('S', { kind, body }).where(($) => [$.body.tag($.kind)]);

const wide = parameter('wide', bool);
const Wide = struct('Wide', { data: bytes(wide.choose(2, 1)) });
const zero = literal(u8, 0);
const Large = struct('Large', { mark: literal(u8, 1), data: bytes(prefix(u32be)), end: literal(u8, 2) });
const Small = struct('Small', { mark: u8 });

describe('rejects an invalid choice at definition', () => {
  const cases: readonly (readonly [what: string, schema: () => Node<unknown>, message: string])[] = [
    [
      'a range that overlaps another one',
      () => selected(union({ a: on(range(1, 20), u8), b: on(range(15, 30), u16be) })),
      'S.body.b: its tags 0xf (15) to 0x14 (20) are also those of a; make them disjoint, or give both arms the same tags to have them tried in order',
    ],
    [
      'a range within another one',
      () => selected(union({ a: on(range(1, 20), u8), b: on(range(2, 3), u16be) })),
      'S.body.b: its tags 2 to 3 are also those of a; make them disjoint, or give both arms the same tags to have them tried in order',
    ],
    [
      'a tag within a range',
      () => selected(union({ a: on(4, u8), b: on([1, range(2, 5)], u16be) })),
      'S.body.b: its tags 4 are also those of a; make them disjoint, or give both arms the same tags to have them tried in order',
    ],
    [
      'a tag that an arm has twice',
      () => selected(union({ a: on([1, 2, 1], u8) })),
      'S.body.a: has the tag 1 twice; list it once',
    ],
    [
      'tags of another type',
      () => selected(union({ a: on([1, 2], u8), b: on(range(1n, 3n), u16be) })),
      'S.body.b: its tag is a bigint, but kind is a number, so it is never selected; set the tag with on(…)',
    ],
    [
      'bytes for a number',
      () => selected(union({ a: on(hex('0102'), u8) })),
      'S.body.a: its tag is bytes, but kind is a number, so it is never selected; set the tag with on(…)',
    ],
    [
      'a number for bytes',
      () => struct('S', { kind: bytes(2), body: union({ a: on(1, u8) }) }).where(($) => [$.body.tag($.kind)]),
      'S.body.a: its tag is a number, but kind is bytes, so it is never selected; set the tag with on(…)',
    ],
    [
      'an arm behind one that parses any bytes',
      () => selected(union({ a: on(1, bytes(toEnd)), b: on(1, u16be) })),
      'S.body.b: unreachable: a parses any bytes; move it after this one, or say what must follow it (followedBy)',
    ],
    [
      'an arm behind one that parses any bytes that are as many',
      () =>
        struct('S', {
          body: firstOf({ a: struct('Two', { x: u8, y: u16be }), b: struct('One', { z: u32be }) }),
        }),
      'S.body.b: unreachable: a parses any bytes; move it after this one, or say what must follow it (followedBy)',
    ],
    [
      'a tag that its field cannot be',
      () => selected(union({ a: on(1, u8), b: on(300, u16be) })),
      'S.body.b: its tag 0x12c (300) never matches, as kind is u8; use a tag that u8 can hold',
    ],
    [
      'tags that its field can only be in part',
      () => selected(union({ a: on(range(0, 256), u8) })),
      'S.body.a: its tag 0 to 0x100 (256) never matches, as kind is u8; use a tag that u8 can hold',
    ],
    [
      'a derived tag that an arm with several does not keep',
      () =>
        struct('S', { kind: derived(u8), body: union({ a: on([1, 2], u8) }) }).where(($) => [
          $.kind.is(tagOf($.body)),
        ]),
      'S.body.a: its tag would be lost: it has several, and kind is derived; add a member for it with rawTag, or keep kind in the value',
    ],
    [
      'a kept tag that is kept twice',
      () => selected(union({ a: on([1, 2], u8) }, { rawTag: 'code' })),
      'S.body: rawTag keeps a derived tag, but the selector of this union is already in the value; omit rawTag',
    ],
    [
      'a fallback to nothing',
      () => selected(union({ a: on(1, u8) }, { fallback: 'no arm fits' })),
      "S.body: fallback 'no arm fits' needs an arm to fall back to; add 'otherwise'",
    ],
    [
      'demands that are said twice',
      () =>
        struct('S', { body: firstOf({ a: u8 }, { followedBy: zero }) }).where(($) => [
          $.body.followedBy(zero),
        ]),
      'S.body: followedBy is given twice, as an option and as a relation; keep one',
    ],
    [
      'demands of what is not a choice',
      () => struct('S', { body: u8 }).where(($) => [$.body.followedBy(zero)]),
      'S.body: followedBy() helps to decide a union, firstOf or search, but this field is not one; remove it',
    ],
    [
      'demands within a region',
      () => struct('S', { body: sized(1, firstOf({ a: u8 })) }).where(($) => [$.body.followedBy(zero)]),
      'S.body: followedBy() applies to a field in a region of its own, where nothing follows; remove it, or the length',
    ],
    [
      'a search for anything but a struct',
      () => struct('S', { a: search(wide, [true, false], bytes(wide.choose(1, 2))) }),
      'S.a: search() tries a node that is not a struct; put the node into a struct',
    ],
    [
      'a search for what is bound',
      () => struct('S', { a: search(wide, [true, false], Wide) }).where(($) => [$.a.with(wide.of(true))]),
      'S.a: searches for wide, which is already bound outside; keep one',
    ],
    [
      'a search with a value twice',
      () => struct('S', { a: search(wide, [true, true], Wide) }),
      'S.a: searches for wide with the value true twice; list it once',
    ],
    [
      'a search for what nothing reads',
      () => struct('S', { a: search(parameter('other', u8), [1, 2], Small) }),
      'S.a: searches for other, which nothing in Small reads; remove search(), or read the parameter there',
    ],
    [
      'a search with values of another type',
      () => struct('S', { a: search(wide, [1 as never, true], Wide) }),
      'S.a: searches for wide, a boolean, with a number; use values that are booleans',
    ],
    [
      'searches within one another that try too much',
      () => {
        const width = parameter('width', u8);
        const Inner = struct('Inner', { a: bytes(width), b: bytes(wide.choose(1, 2)) });
        const Outer = struct('Outer', { inner: search(wide, [true, false], Inner) });
        return struct('S', { a: search(width, [1, 2, 3, 4, 5, 6, 7, 8, 9], Outer) });
      },
      'Outer.inner: nested searches try 18 combinations of values; reduce them to at most 16',
    ],
    [
      'a large alternative in a list that is itself tried ahead',
      () =>
        struct('S', {
          a: lookahead(struct('Ahead', { all: list(firstOf({ large: Large, small: Small }), 2) })),
        }),
      'Ahead.all.large: an alternative inside a list that is itself tried ahead may take up to 4294967301 bytes, but is tried at many offsets; limit it to 4096 bytes',
    ],
    [
      'a large demand in a list',
      () => struct('S', { all: list(firstOf({ a: Small, b: u16be }, { followedBy: Large }), toEnd) }),
      'S.all: a followedBy() demand inside a list may take up to 4294967301 bytes, but is tried at many offsets; limit it to 4096 bytes',
    ],
    [
      'a large alternative whose check names what lies far in front',
      () => {
        const Checked = struct('Checked', { n: u8, data: string(prefix(u32be)), last: u8 }).where(($) => [
          check($.data.eq('a')),
        ]);
        return struct('S', { all: list(firstOf({ a: Checked, b: Small }), toEnd) });
      },
      'S.all.a: a large alternative inside a list: the check of Checked.data is made only more than 4096 bytes later; check something closer',
    ],
    [
      'a large alternative that ends at one of several boundaries',
      () => {
        const Text = struct('Text', { data: bytes(until(literal(u16be, 1), zero)), end: zero });
        return struct('S', { all: list(firstOf({ a: Text, b: Small }), toEnd) });
      },
      'S.all.a: a large alternative inside a list must not contain bytes that end at one of several boundaries; use one boundary there',
    ],
    [
      'bytes up to one of several boundaries, in a list that is itself tried ahead',
      () => {
        const Text = struct('Text', { data: bytes(until(literal(u16be, 1), zero)), end: zero });
        const Texts = struct('Texts', { all: list(Text, toEnd) });
        return struct('S', { a: firstOf({ texts: Texts, rest: bytes(toEnd) }) });
      },
      'Text.data: bytes that end at one of several boundaries, inside a list that is itself tried ahead, may each be searched to the end of the region; use one boundary there',
    ],
    [
      'a look-ahead that holds a struct which contains itself',
      () => {
        const Tree: Node<unknown> = struct('Tree', {
          get kids() {
            return list(Tree, prefix(u8));
          },
        });
        return struct('S', { a: lookahead(struct('Ahead', { kids: list(Tree, 1) })) });
      },
      'Ahead.kids: looks ahead at Tree, which contains itself, so the look-ahead is unbounded; look ahead at the start of Tree instead, such as its magic number or tag, in a struct of its own',
    ],
    [
      'a demand that is not a node',
      () => struct('S', { body: firstOf({ a: u8 }, { followedBy: 5 as never }) }),
      'S.body: followedBy takes what must follow: expected a node of the language, such as u8 or bytes(4), found 5; pass a node, or several in an array',
    ],
  ];

  test.each(cases)('%s', (_, schema, message) => {
    expect(errorOf(schema())).toBe(message);
  });

  test('rejects invalid tags', () => {
    expect(() => range(2, 1)).toThrow(
      'range(): expected the lower bound, then the upper, found 2 and 1, an empty range; write range(1, 2)',
    );
    expect(() => range(1.5, 2)).toThrow('range(): expected two integers, found 1.5');
    expect(() => range(1, 2n as never)).toThrow(
      'range(): expected two numbers or two bigints, found 1 and 2n',
    );
    expect(() => on([], u8)).toThrow('on(): expected at least one tag, found none');
    expect(() => on(undefined as never, u8)).toThrow(SchemaError);
  });
});

describe('failed alternatives', () => {
  test('may be large, even inside a list', () => {
    const S = struct('S', { all: list(firstOf({ large: Large, small: Small }), toEnd) });
    expectBothWays(S, '01 00000001 aa 02 03', {
      all: [
        { type: 'large', value: { data: hex('aa') } },
        { type: 'small', value: { mark: 3 } },
      ],
    });
  });

  test('may check parameters, which are known in advance', () => {
    const limit = parameter('limit', u8, { default: 3 });
    const Gated = struct('Gated', { data: bytes(prefix(u32be)), end: zero }).where(() => [
      check(limit.lt(9)),
    ]);
    const All = struct('All', { all: list(firstOf({ a: Gated, b: Small }), toEnd) });
    expectBothWays(All, '00000001 07 00  05', {
      all: [
        { type: 'a', value: { data: hex('07') } },
        { type: 'b', value: { mark: 5 } },
      ],
    });
  });

  test('are charged for the bytes that they looked at, so that all of them take linear time', () => {
    // each element but the last looks like a large one of 8192 bytes, but is a small one
    const Far = struct('Far', { mark: literal(u8, 1), data: bytes(8191), end: literal(u8, 2) });
    const S = struct('S', { all: list(firstOf({ far: Far, small: Small }), toEnd) });
    const input = new Uint8Array(40_000).fill(1);
    // 16 * 40,000 + 65,536 bytes are enough for 86 attempts over 8192 bytes
    expect(decodeErrorOf(S, input)).toEqual({
      code: 'limit-exceeded',
      offset: 86,
      path: 'all[86]',
      expected: 'alternatives that are told apart in linear time',
      found: 'too many failed alternatives',
    });
    expect(decode(S, input.subarray(0, 8192)).all).toHaveLength(8192);
  });

  test('look at all of an invalid text, however early the error is', () => {
    const Far = struct('Far', { mark: literal(u8, 1), text: string(8191) });
    const S = struct('S', { all: list(firstOf({ far: Far, small: Small }), toEnd) });
    const input = Uint8Array.from({ length: 40_000 }, (_, i) => (i % 2 === 0 ? 1 : 0xff));
    // as above: every other element is a failed alternative
    expect(decodeErrorOf(S, input)).toMatchObject({ code: 'limit-exceeded', offset: 172, path: 'all[172]' });
  });

  test('are charged on encode as in a decoder', () => {
    const Far = struct('Far', { mark: literal(u8, 1), data: bytes(8191), end: literal(u8, 2) });
    const S = struct('S', { all: list(firstOf({ far: Far, small: Small }), toEnd) });
    const all = Array.from({ length: 40_000 }, () => ({ type: 'small', value: { mark: 1 } }));
    expect(encodeErrorOf(S, { all })).toMatchObject({ code: 'limit-exceeded', offset: 86, path: 'all[86]' });
    expect(encode(S, { all: all.slice(0, 8192) } as never)).toEqual(new Uint8Array(8192).fill(1));
  });

  test('cost nothing if the first byte differs', () => {
    const Far = struct('Far', { mark: literal(u8, 1), data: bytes(8191), end: literal(u8, 2) });
    const S = struct('S', { all: list(firstOf({ far: Far, small: Small }), toEnd) });
    expect(decode(S, new Uint8Array(40_000)).all).toHaveLength(40_000);
  });

  test('are not charged below 4096 bytes', () => {
    const Near = struct('Near', { mark: literal(u8, 1), data: bytes(30), end: literal(u8, 2) });
    const S = struct('S', { all: list(firstOf({ near: Near, small: Small }), toEnd) });
    expect(decode(S, new Uint8Array(40_000).fill(1)).all).toHaveLength(40_000);
  });

  test('that search for the end of bytes are charged up to the end of the region', () => {
    const Text = struct('Text', { data: bytes(until(zero)), end: zero });
    const S = struct('S', { all: list(firstOf({ text: Text, small: Small }), toEnd) });
    const input = new Uint8Array(10_000).fill(1);
    // 16 * 10,000 + 65,536 bytes are enough for 22 searches over 10,000 bytes and fewer
    expect(decodeErrorOf(S, input)).toMatchObject({ code: 'limit-exceeded', offset: 22, path: 'all[22]' });
  });

  test('are also charged for arms that share a tag, and for searches', () => {
    const Far = struct('Far', { mark: literal(u8, 1), data: bytes(8191), end: literal(u8, 2) });
    const Item = struct('Item', { kind: u8, body: union({ far: on(1, Far), small: on(1, Small) }) }).where(
      ($) => [$.body.tag($.kind)],
    );
    const input = new Uint8Array(40_000).fill(1);
    expect(decodeErrorOf(struct('S', { all: list(Item, toEnd) }), input)).toMatchObject({
      code: 'limit-exceeded',
      offset: 173,
      path: 'all[86].body',
    });
    const long = parameter('long', bool);
    const Long = struct('Long', {
      mark: literal(u8, 1),
      data: bytes(long.choose(8191, 0)),
      end: derived(optional(literal(u8, 2), long)),
    });
    expect(
      decodeErrorOf(struct('S', { all: list(search(long, [true, false], Long), toEnd) }), input),
    ).toMatchObject({
      code: 'limit-exceeded',
      offset: 86,
      path: 'all[86]',
    });
  });

  test('leave no trace in an explanation or in the limits', () => {
    const Many = struct('Many', { items: list(Small, 3), end: zero });
    const S = struct('S', { body: firstOf({ many: Many, few: list(Small, 2) }), rest: string(toEnd) });
    expect(decode(S, hex('010203'), { limits: { elements: 2 } }).body.type).toBe('few');
    expect(
      decodeErrorOf(
        struct('T', { body: firstOf({ many: Many, one: struct('One', { m: literal(u8, 7) }) }) }),
        hex('01020304'),
      ),
    ).toMatchObject({
      code: 'wrong-constant',
      offset: 3,
      path: 'body.value.end',
    });
  });
});

test('a sentinel and a search work side by side', () => {
  const S = struct('S', {
    all: list(
      search(
        wide,
        [true, false],
        struct('Item', { data: bytes(wide.choose(2, 1)), mark: literal(u8, 0xff) }),
      ),
      endsWith(zero),
    ),
  });
  expectBothWays(S, '0102ff 03ff 00', { all: [{ data: hex('0102') }, { data: hex('03') }] });
});

test('an arm with a tag takes parameters and documentation like any node', () => {
  const schema = selected(
    union({ one: on(1, Wide).with(wide.of(false)), two: on(2, Wide.with(wide.of(true))).doc('two of them') }),
  );
  expectBothWays(schema, '01 ca', { kind: 1, body: { type: 'one', value: { data: Uint8Array.of(0xca) } } });
  expectBothWays(schema, '02 ca fe', {
    kind: 2,
    body: { type: 'two', value: { data: Uint8Array.of(0xca, 0xfe) } },
  });
});

test('an arm that may reject some bytes, or needs more of them than a later one, keeps later arms reachable', () => {
  const reachable = [
    firstOf({ a: struct('Yes', { x: bool }), b: u8 }),
    firstOf({ a: u16be, b: u8 }),
    firstOf({ a: Small, b: u16be }, { followedBy: zero }),
    firstOf({ a: struct('Checked', { x: u8 }).where(($) => [check($.x.lt(9))]), b: u8 }),
  ];
  for (const body of reachable) expect(() => irOf(struct('S', { body }))).not.toThrow();
});
