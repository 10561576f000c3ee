import type { DecodeErrorDetails, EncodeErrorDetails } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import {
  atEnd,
  bool,
  byteLength,
  bytes,
  check,
  count,
  derived,
  endsWith,
  firstOf,
  flags,
  i8,
  list,
  literal,
  on,
  optional,
  parameter,
  peek,
  prefix,
  present,
  processed,
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
  xor,
} from '@bytewright/schema-dsl';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { Codecs } from './codecs.js';
import { generatedText, Workshop } from './generate-code.js';
import { typeErrorsOf } from './type-check.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

/** Bytes in hexadecimal, and the value that they stand for. */
type Pair = readonly [bytes: string, value: unknown];
/** What is refused, and with which error. Only the details that are given are compared. */
type Refused<Input, Details> = readonly [input: Input, error: Partial<Details>];

interface Case {
  readonly schema: () => Node<unknown>;
  readonly pairs?: readonly Pair[];
  readonly badBytes?: readonly Refused<string, DecodeErrorDetails>[];
  readonly badValues?: readonly Refused<unknown, EncodeErrorDetails>[];
}

const p = parameter('p', u8);
const q = parameter('q', u8);
const isWide = parameter('isWide', bool);

// Bytes by hand, for combinations that are easy to get wrong. Spaces part the fields.
const cases: Readonly<Record<string, Case>> = {
  'a parameter that is a member of a member is of the right type before its size is asked for': {
    schema: () =>
      struct('S', {
        head: struct('Head', { size: u8 }),
        marks: flags(u8, { wide: 0 }),
        body: struct('Body', { data: bytes(p), more: optional(bytes(2), isWide) }),
      }).where(($) => [$.body.with(p.of($.head.$.size), isWide.of($.marks.$.wide))]),
    pairs: [
      [
        '01 01 ff 0a0b',
        {
          head: { size: 1 },
          marks: { wide: true, unknown: 0 },
          body: { data: hex('ff'), more: hex('0a0b') },
        },
      ],
    ],
    badValues: [
      [
        { marks: { wide: false, unknown: 0 }, body: { data: hex('ff'), more: undefined } },
        { code: 'wrong-type', path: 'head' },
      ],
      [
        { head: { size: 1 }, marks: null, body: { data: hex('ff'), more: undefined } },
        { code: 'wrong-type', path: 'marks' },
      ],
      [
        { head: { size: 1 }, marks: { unknown: 0 }, body: { data: hex('ff'), more: undefined } },
        { code: 'wrong-type', path: 'marks.wide' },
      ],
    ],
  },
  'a constant as an alternative, an optional and an element is in the value, and must be itself there': {
    schema: () =>
      struct('S', {
        first: firstOf({ zero: literal(u8, 0), pair: literal(bytes(), 'cafe'), other: u8 }),
        kind: u8,
        note: optional(literal(u8, 7)),
        marks: list(literal(string(), 'é'), prefix(u8)),
      }).where(($) => [$.note.presentWhen($.kind.eq(1))]),
    pairs: [
      ['00 01 07 02c3a9c3a9', { first: { type: 'zero', value: 0 }, kind: 1, note: 7, marks: ['é', 'é'] }],
      ['cafe 00 00', { first: { type: 'pair', value: hex('cafe') }, kind: 0, note: undefined, marks: [] }],
      ['05 00 00', { first: { type: 'other', value: 5 }, kind: 0, note: undefined, marks: [] }],
    ],
    badValues: [
      [
        { first: { type: 'zero', value: 1 }, kind: 0, note: undefined, marks: [] },
        { code: 'mismatch', offset: 0, path: 'first.value', expected: '0', found: '1' },
      ],
      [
        { first: { type: 'pair', value: hex('cafd') }, kind: 0, note: undefined, marks: [] },
        { code: 'mismatch', offset: 0, path: 'first.value', expected: 'bytes ca fe', found: 'bytes ca fd' },
      ],
      [
        { first: { type: 'zero', value: 0 }, kind: 1, note: 8, marks: [] },
        { code: 'mismatch', offset: 2, path: 'note' },
      ],
      [
        { first: { type: 'zero', value: 0 }, kind: 0, note: undefined, marks: ['é', 'e'] },
        { code: 'mismatch', offset: 5, path: 'marks[1]', expected: '"é"', found: '"e"' },
      ],
    ],
  },
  'the end of the region as an alternative': {
    schema: () => struct('S', { next: firstOf({ end: atEnd, more: u8 }) }),
    pairs: [
      ['', { next: { type: 'end', value: undefined } }],
      ['05', { next: { type: 'more', value: 5 } }],
    ],
    badValues: [
      [
        { next: { type: 'end', value: 5 } },
        { code: 'wrong-type', path: 'next.value', expected: 'undefined' },
      ],
    ],
  },
  'a struct of constants is an object all the same': {
    schema: () => struct('S', { mark: struct('Mark', { m: literal(u8, 3) }) }),
    pairs: [['03', { mark: {} }]],
    badValues: [
      [{ mark: undefined }, { code: 'wrong-type', path: 'mark', expected: 'an object' }],
      [{ mark: 5 }, { code: 'wrong-type', path: 'mark', found: '5' }],
      [5, { code: 'wrong-type', path: '' }],
    ],
  },
  'recursion inside of regions': {
    schema: () => {
      const Node_: Node<unknown> = struct('Item', {
        id: u8,
        get kids() {
          return sized(prefix(u8), list(Node_, toEnd));
        },
      });
      return Node_;
    },
    pairs: [
      ['01 00', { id: 1, kids: [] }],
      // id, 4 bytes of kids: (2, none), (3, none)
      [
        '01 04 0200 0300',
        {
          id: 1,
          kids: [
            { id: 2, kids: [] },
            { id: 3, kids: [] },
          ],
        },
      ],
    ],
    badBytes: [['01 03 0200 03', { code: 'unexpected-end', offset: 5, path: 'kids[1].kids' }]],
  },
  'recursion under a derived length': {
    schema: () => {
      const Tree: Node<unknown> = struct('Tree', {
        size: derived(u8),
        get kids() {
          return list(Tree, prefix(u8));
        },
      }).where(($) => [$.size.is(byteLength($.kids as never))]);
      return Tree;
    },
    pairs: [
      ['01 00', { kids: [] }],
      ['05 02 0100 0100', { kids: [{ kids: [] }, { kids: [] }] }],
    ],
    badBytes: [['02 00 00', { code: 'trailing-bytes', offset: 2, path: 'kids' }]],
  },
  'one length for two fields': {
    schema: () =>
      struct('S', { total: derived(u8), a: bytes(prefix(u8)), b: bytes() }).where(($) => [
        $.total.is(byteLength($.a).plus(byteLength($.b))),
      ]),
    // total = 1 for the prefix of a, 1 for a, 2 for b
    pairs: [['04 01aa bbcc', { a: hex('aa'), b: hex('bbcc') }]],
    badBytes: [
      ['01 01aa', { code: 'invalid-value', offset: 3, path: 'b', found: 'total - byteLength(a) = -1' }],
    ],
  },
  'a length of fixed fields in a row': {
    schema: () =>
      struct('S', { n: derived(u8), a: u16be, b: u64be }).where(($) => [
        $.n.is(byteLength($.a).times(10).plus(byteLength($.b))),
      ]),
    pairs: [['1c 0001 0000000000000002', { a: 1, b: 2n }]],
    badBytes: [
      [
        '1b 0001 0000000000000002',
        { code: 'mismatch', offset: 0, path: 'n', expected: '(2 × 10) + 8 = 0x1c (28)' },
      ],
    ],
  },
  'the length of an optional field that is absent': {
    schema: () =>
      struct('S', { n: derived(u8), kind: u8, data: optional(bytes()) }).where(($) => [
        $.n.is(byteLength($.data)),
        $.data.presentWhen($.kind.eq(1)),
      ]),
    pairs: [
      ['00 00', { kind: 0, data: undefined }],
      ['02 01 aabb', { kind: 1, data: hex('aabb') }],
    ],
    badBytes: [
      ['05 00', { code: 'mismatch', offset: 0, path: 'n', expected: 'byteLength(data) = 0', found: '5' }],
    ],
  },
  'conditions inside of what is only tried': {
    schema: () => {
      const Head = struct('Head', { k: u8, l: u8 });
      const Peeking = struct('Peeking', { next: peek(Head), note: optional(u16be) }).where(($) => [
        $.note.presentWhen($.next.$.k.eq(5)),
        check($.note.eq($.note)), // asks for the value
      ]);
      const Filled = struct('Filled', { points: list(Head, prefix(u8)) }).where(($) => [
        check(count($.points).ge(1)),
      ]);
      const Flagged = struct('Flagged', { f: u8, head: optional(Head) }).where(($) => [
        $.head.presentWhen($.f.ge(3)),
        check(present($.head)),
      ]);
      return struct('S', { x: firstOf({ Filled, Flagged, Peeking, byte: u8 }) });
    },
    pairs: [
      ['01 0203', { x: { type: 'Filled', value: { points: [{ k: 2, l: 3 }] } } }],
      ['06 0102', { x: { type: 'Flagged', value: { f: 6, head: { k: 1, l: 2 } } } }],
      ['', { x: { type: 'Peeking', value: { note: undefined } } }],
    ],
    badValues: [[{ x: { type: 'byte', value: 5 } }, { code: 'ambiguous', offset: 0, path: 'x' }]],
  },
  'alternatives that are told apart by text': {
    schema: () =>
      struct('S', {
        x: firstOf({
          label: struct('Label', { name: literal(string(prefix(u8)), 'ab') }),
          text: string(1),
          byte: u8,
        }),
      }),
    pairs: [
      ['02 6162', { x: { type: 'label', value: {} } }],
      ['61', { x: { type: 'text', value: 'a' } }],
      ['ff', { x: { type: 'byte', value: 255 } }], // no text, and no reason to throw
    ],
  },
  'a merged union whose members are called like its field': {
    schema: () =>
      struct('S', { kind: u8, value: union({ a: on(1, firstOf({ one: literal(u8, 1), other: u8 })) }) })
        .where(($) => [$.value.tag($.kind)])
        .flat('value'),
    pairs: [['01 02', { kind: 1, type: 'a', value: { type: 'other', value: 2 } }]],
    badValues: [
      [
        { kind: 1, type: 'a', value: undefined },
        { code: 'wrong-type', path: 'value', expected: 'an object' },
      ],
    ],
  },
  'merged alternatives beside other members': {
    schema: () =>
      struct('S', { a: u8, b: firstOf({ x: struct('X', { m: literal(u8, 1), v: u8 }), y: u16be }) }).flat(
        'b',
      ),
    pairs: [
      ['00 0105', { a: 0, type: 'x', value: { v: 5 } }],
      ['00 0205', { a: 0, type: 'y', value: 0x0205 }],
    ],
    badValues: [
      [
        { a: 0, type: 'y', value: 0x0105 },
        { code: 'ambiguous', offset: 1, path: '' },
      ],
    ],
  },
  'a peek with parameters bound for it': {
    schema: () =>
      struct('S', {
        n: u8,
        next: peek(struct('Head', { k: u8 }).where(($) => [check($.k.eq(p))])),
        note: optional(u8),
      }).where(($) => [$.next.with(p.of($.n)), $.note.presentWhen($.next.$.k.eq(5))]),
    pairs: [
      ['05 05', { n: 5, note: 5 }],
      ['04', { n: 4, note: undefined }],
    ],
    badValues: [
      [
        { n: 4, note: 5 },
        { code: 'ambiguous', offset: 1, path: 'note' },
      ],
    ],
  },
  'a peek sees its own region only': {
    schema: () => {
      const Inner = struct('Inner', { next: peek(u8), note: optional(u8) }).where(($) => [
        $.note.presentWhen($.next.eq(5)),
      ]);
      return struct('S', { region: sized(prefix(u8), Inner), tail: u8 });
    },
    pairs: [
      ['00 05', { region: { note: undefined }, tail: 5 }],
      ['01 05 05', { region: { note: 5 }, tail: 5 }],
    ],
  },
  'parameters in another order': {
    schema: () => {
      const Both = struct('Both', { a: u8, b: u8 }).where(($) => [check($.a.eq(p)), check($.b.eq(q))]);
      const either = firstOf({ both: Both, word: u16be });
      return struct('S', { k: u8, l: u8, one: either, two: either }).where(($) => [
        $.one.with(p.of($.k), q.of($.l)),
        $.two.with(q.of($.k), p.of($.l)),
      ]);
    },
    pairs: [
      [
        '01 02 0102 0201',
        {
          k: 1,
          l: 2,
          one: { type: 'both', value: { a: 1, b: 2 } },
          two: { type: 'both', value: { a: 2, b: 1 } },
        },
      ],
      [
        '01 02 0201 0102',
        { k: 1, l: 2, one: { type: 'word', value: 0x0201 }, two: { type: 'word', value: 0x0102 } },
      ],
    ],
  },
  'parameters through several levels, shadowed on the way': {
    schema: () => {
      const Leaf = struct('Leaf', { data: bytes(p), sum: u8 }).where(($) => [check($.sum.eq(q))]);
      const Middle = struct('Middle', { leaves: list(Leaf, prefix(u8)) });
      const Outer = struct('Outer', { n: u8, middle: Middle }).where(($) => [$.middle.with(p.of($.n))]);
      return struct('S', { m: u8, outer: Outer }).where(($) => [$.outer.with(p.of(99), q.of($.m.plus(1)))]);
    },
    pairs: [
      [
        '04 02 02 aabb05 ccdd05',
        {
          m: 4,
          outer: {
            n: 2,
            middle: {
              leaves: [
                { data: hex('aabb'), sum: 5 },
                { data: hex('ccdd'), sum: 5 },
              ],
            },
          },
        },
      ],
    ],
    badBytes: [
      [
        '04 02 01 aabb06',
        { code: 'check-failed', offset: 5, path: 'outer.middle.leaves[0].sum', found: 'sum 6, q 5' },
      ],
    ],
  },
  'fields that generated functions could take for their own': {
    schema: () =>
      struct('S', {
        finished: peek(u8),
        holds: optional(u8),
        found: u8,
        choice: firstOf({ parses: struct('P', { last: literal(u8, 1) }), last: u8 }),
        depth: list(string(prefix(u8)), prefix(u8)),
        Number: u64be,
        Math: list(struct('M', { index: u8, item: u8 }), prefix(u64be)),
        byte: bytes(until(literal(u8, 0), literal(u8, 1))),
        again: u8,
      }).where(($) => [$.holds.presentWhen($.finished.eq(9))]),
    pairs: [
      [
        '09 05 01 010161 0000000000000007 0000000000000001 0203 aabb 00',
        {
          holds: 9,
          found: 5,
          choice: { type: 'parses', value: {} },
          depth: ['a'],
          Number: 7n,
          Math: [{ index: 2, item: 3 }],
          byte: hex('aabb'),
          again: 0,
        },
      ],
    ],
  },
  'arms with names that are not identifiers': {
    schema: () =>
      struct('S', { x: firstOf({ 'bad-crc': literal(u8, 1), '7z': literal(u8, 2), "it's": u8 }) }),
    pairs: [
      ['01', { x: { type: 'bad-crc', value: 1 } }],
      ['02', { x: { type: '7z', value: 2 } }],
      ['03', { x: { type: "it's", value: 3 } }],
    ],
  },
  'only unknown tags, which are kept': {
    schema: () =>
      struct('S', {
        kind: derived(string(1, 'ascii')),
        body: union({}, { otherwise: bytes(toEnd), raw: 'data', rawTag: 'name' }),
      })
        .where(($) => [$.kind.is(tagOf($.body))])
        .flat('body'),
    pairs: [['61 0102', { type: undefined, name: 'a', data: hex('0102') }]],
  },
  'tags of every type': {
    schema: () =>
      struct('S', {
        long: u64be,
        a: union({ five: on(5n, u8), six: on(6n, u16be) }),
        yes: struct('Flag', { f: u8 }),
        text: string(1, 'ascii'),
        b: union({ x: u8, y: on('z', u16be) }),
      }).where(($) => [$.a.tag($.long), $.b.tag($.text)]),
    pairs: [
      [
        '0000000000000005 01 00 78 02',
        { long: 5n, a: { type: 'five', value: 1 }, yes: { f: 0 }, text: 'x', b: { type: 'x', value: 2 } },
      ],
      [
        '0000000000000006 0102 00 7a 0304',
        {
          long: 6n,
          a: { type: 'six', value: 0x0102 },
          yes: { f: 0 },
          text: 'z',
          b: { type: 'y', value: 0x0304 },
        },
      ],
    ],
    badBytes: [
      [
        '0000000000000007 01',
        { code: 'unknown-tag', offset: 8, path: 'a', expected: 'one of 5n, 6n', found: 'long 7n' },
      ],
    ],
    badValues: [
      [
        { long: 5n, a: { type: 'six', value: 1 }, yes: { f: 0 }, text: 'x', b: { type: 'x', value: 2 } },
        { code: 'mismatch', path: 'a', offset: 8 },
      ],
      [
        { long: 5n, a: [1], yes: { f: 0 }, text: 'x', b: { type: 'x', value: 2 } },
        { code: 'wrong-type', path: 'a', expected: 'an object', found: '[1]' },
      ],
    ],
  },
  'a 64-bit field that equals numbers': {
    schema: () =>
      struct('S', { n: derived(u64be), m: derived(u64be), a: u8, s: string(prefix(u8)) }).where(($) => [
        $.n.is($.s.size()),
        $.m.is($.a.plus(1)),
      ]),
    pairs: [['0000000000000002 0000000000000006 05 026162', { a: 5, s: 'ab' }]],
    badBytes: [['0000000000000001 0000000000000006 05 026162', { code: 'mismatch', offset: 0, path: 'n' }]],
  },
  'lengths in affine forms': {
    schema: () =>
      struct('S', { n: derived(i8), a: bytes(), m: derived(u8), b: bytes() }).where(($) => [
        $.n.is(byteLength($.a).times(2).minus(3)),
        $.m.is(byteLength($.b).div(4)),
      ]),
    pairs: [
      ['fd 00', { a: hex(''), b: hex('') }],
      ['ff aa 01 01020304', { a: hex('aa'), b: hex('01020304') }],
    ],
    badBytes: [
      ['fe aa', { code: 'invalid-value', offset: 1, path: 'a', found: '(n + 3) ÷ 2 = NaN' }], // (-2 + 3) ÷ 2
      ['fb', { code: 'invalid-value', offset: 1, path: 'a', found: '(n + 3) ÷ 2 = -1' }],
    ],
    badValues: [
      [
        { a: hex(''), b: hex('01') },
        { code: 'wrong-type', path: 'm', found: 'NaN' },
      ],
      [
        { a: new Uint8Array(66), b: hex('') },
        { code: 'out-of-range', offset: 0, path: 'n', found: '0x81 (129)' },
      ],
    ],
  },
  'what derived fields are computed from is looked at first': {
    schema: () =>
      struct('S', {
        n: derived(u8),
        name: derived(string(prefix(u8))),
        head: struct('Head', { k: u8, s: string(3, 'ascii') }),
        path: string(prefix(u8)),
      }).where(($) => [$.n.is($.head.$.k.plus($.head.$.s.size())), $.name.is($.path.afterLast('/'))]),
    pairs: [['05 0162 02 616263 03612f62', { head: { k: 2, s: 'abc' }, path: 'a/b' }]],
    badValues: [
      [
        { head: { k: 5n, s: 'abc' }, path: '' },
        { code: 'wrong-type', path: 'head.k', found: '5n' },
      ],
      [
        { head: { k: Symbol('k'), s: 'abc' }, path: '' },
        { code: 'wrong-type', path: 'head.k', found: 'a symbol' },
      ],
      [
        { head: { k: 300, s: 'abc' }, path: '' },
        { code: 'out-of-range', path: 'head.k' },
      ],
      [
        { head: { k: 5, s: undefined }, path: '' },
        { code: 'wrong-type', path: 'head.s' },
      ],
      [
        { head: undefined, path: '' },
        { code: 'wrong-type', path: 'head' },
      ],
      [
        { head: { k: 5, s: 'abc' }, path: 5 },
        { code: 'wrong-type', path: 'path', found: '5' },
      ],
      [{ head: { k: 5, s: 'abc' } }, { code: 'wrong-type', path: 'path', found: 'undefined' }],
    ],
  },
  'lists of lists, and regions in regions': {
    schema: () =>
      struct('S', {
        words: list(list(u16be, prefix(u8)), prefix(u8)),
        blobs: sized(prefix(u8), sized(prefix(u8), list(sized(prefix(u8), bytes()), toEnd))),
        points: list(list(struct('P', { x: u8 }), endsWith(literal(u8, 0xff))), 1),
      }),
    pairs: [
      [
        '02 01 0005 00  03 02 01 aa  02 ff',
        { words: [Uint16Array.of(5), new Uint16Array(0)], blobs: [hex('aa')], points: [[{ x: 2 }]] },
      ],
    ],
    badBytes: [
      [
        '00 02 02 00 00',
        { code: 'unexpected-end', offset: 3, path: 'blobs', expected: '2 bytes', found: '1 byte' },
      ],
    ],
    badValues: [
      [
        { words: [[5]], blobs: [], points: [[]] },
        { code: 'wrong-type', path: 'words[0]', expected: 'a Uint16Array' },
      ],
      [
        { words: [], blobs: [], points: [[{ x: 255 }]] },
        { code: 'ambiguous', path: 'points[0][0]' },
      ],
      [
        { words: [], blobs: [new Uint8Array(254)], points: [[]] },
        { code: 'out-of-range', path: 'blobs' },
      ],
    ],
  },
  'bytes up to a boundary inside of an arm': {
    schema: () =>
      struct('S', {
        k: u8,
        x: union({
          a: on(1, bytes(until(literal(u16be, 0xeeff)))),
          b: on(2, string(until(literal(u8, 0)), 'ascii')),
        }),
        rest: bytes(toEnd),
      }).where(($) => [$.x.tag($.k)]),
    pairs: [
      ['01 aabb eeff', { k: 1, x: { type: 'a', value: hex('aabb') }, rest: hex('eeff') }],
      ['02 6162 0005', { k: 2, x: { type: 'b', value: 'ab' }, rest: hex('0005') }],
      ['01 ee eeff', { k: 1, x: { type: 'a', value: hex('ee') }, rest: hex('eeff') }],
    ],
    badBytes: [['01 aabb', { code: 'no-boundary', offset: 1, path: 'x.value' }]],
    badValues: [
      [
        { k: 1, x: { type: 'a', value: hex('eeff') }, rest: hex('eeff') },
        { code: 'ambiguous', offset: 1, path: 'x.value' },
      ],
      [
        { k: 1, x: { type: 'a', value: hex('aa') }, rest: hex('') },
        { code: 'ambiguous', path: 'x.value' },
      ],
    ],
  },
  'a constant that may be absent, in a region whose bytes are changed': {
    schema: () => {
      const there = parameter('there', bool);
      return struct('S', {
        has: bool,
        x: processed(xor('01'), prefix(u8), optional(literal(string(1, 'ascii'), 'a'), there)),
      }).where(($) => [$.x.with(there.of($.has))]);
    },
    pairs: [
      ['01 01 60', { has: true, x: 'a' }],
      ['00 00', { has: false, x: undefined }],
    ],
    badBytes: [['01 01 61', { code: 'wrong-constant', offset: 2, path: 'x' }]],
  },
  'a field that a check holds to a constant, and that a later condition compares with another': {
    schema: () =>
      struct('S', { v: u8, x: optional(u8) }).where(($) => [check($.v.eq(5)), $.x.presentWhen($.v.ne(6))]),
    pairs: [['05 07', { v: 5, x: 7 }]],
    badBytes: [['06 07', { code: 'check-failed', offset: 0, path: 'v' }]],
  },
  'the same where the check says it by what the field is not, or by several constants': {
    schema: () =>
      struct('S', { v: u8, w: u8, x: optional(u8), y: optional(u8) }).where(($) => [
        check($.v.ne(5).not()),
        check($.w.eq(1).or($.w.eq(2))),
        $.x.presentWhen($.v.ne(6)),
        $.y.presentWhen($.w.eq(3)),
      ]),
    pairs: [['05 02 07', { v: 5, w: 2, x: 7, y: undefined }]],
    badBytes: [
      ['06 02 07', { code: 'check-failed', offset: 0 }],
      ['05 03 07', { code: 'check-failed', offset: 1 }],
    ],
  },
};

describe('interpreter and generated code read and write the same', () => {
  test.each(Object.entries(cases))('%s', async (_, { schema, pairs = [], badBytes = [], badValues = [] }) => {
    const node = schema();
    const codecs = new Codecs(node, await workshop.load([node]));
    for (const [text, value] of pairs) {
      expect(codecs.decode(hex(text))).toStrictEqual({ value });
      expect(codecs.encode(value)).toStrictEqual({ value: hex(text) });
    }
    for (const [text, error] of badBytes) expect(codecs.decode(hex(text))).toMatchObject({ error });
    for (const [value, error] of badValues) expect(codecs.encode(value)).toMatchObject({ error });
  });

  test('and the compiler finds no fault with the code', () => {
    expect(typeErrorsOf(Object.values(cases).map(({ schema }) => generatedText([schema()])))).toEqual([]);
  });
});
