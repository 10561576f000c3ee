import type { constant, Node } from '@bytewright/schema-dsl';
import {
  asNumber,
  at,
  atEach,
  bool,
  byteLength,
  bytes,
  check,
  computed,
  count,
  derived,
  endsWith,
  external,
  f32be,
  firstOf,
  gaps,
  i8,
  i64be,
  list,
  literal,
  on,
  optional,
  parameter,
  peek,
  prefix,
  presence,
  preserve,
  preserveNaN,
  processed,
  range,
  sized,
  sleb128,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u64be,
  u128be,
  uleb128,
  union,
  whilePeek,
  xor,
} from '@bytewright/schema-dsl';
import { describe } from 'vitest';
import type { Case } from './cases.js';
import { testCases } from './cases.js';
import { twice, vowels } from './own-code.js';

const ONE = '00 00 00 00 00 00 00 01';
const ALL = 'ff ff ff ff ff ff ff ff';
const wide = asNumber(u64be);
const Item = struct('Item', { a: u8 });

/** A wide count in front of something: one element, then what no number holds. */
const counted = (node: Node<unknown>, one: unknown): Case => ({
  schema: () => struct('Counted', { items: node }),
  pairs: [[`${ONE} aa`, { items: one }]],
  badBytes: [ALL, '00 20 00 00 00 00 00 01'].map((digits) => [
    `${digits} aa`,
    {
      code: 'invalid-value',
      offset: 0,
      path: 'items',
      expected: 'u64be that a number holds exactly',
      found:
        digits === ALL
          ? '0xffffffffffffffff (18446744073709551615n)'
          : '0x20000000000001 (9007199254740993n)',
    },
  ]),
});

describe('a count or length that no number holds is refused where it stands', () => {
  testCases({
    'in front of bytes': counted(bytes(prefix(wide)), Uint8Array.of(0xaa)),
    'in front of text': counted(string(prefix(wide), 'latin1'), 'ª'),
    'in front of structs': counted(list(Item, prefix(wide)), [{ a: 0xaa }]),
    'in front of numbers': counted(list(u8, prefix(wide)), Uint8Array.of(0xaa)),
    'in front of texts': counted(list(string(1, 'latin1'), prefix(wide)), ['ª']),
    'in front of a region': counted(sized(prefix(wide), bytes(toEnd)), Uint8Array.of(0xaa)),
    'in front of changed bytes': counted(
      processed(xor(255), prefix(wide), bytes(toEnd)),
      Uint8Array.of(0x55),
    ),
    'of 128 bits': {
      schema: () => struct('Counted', { items: list(u8, prefix(asNumber(u128be))) }),
      pairs: [[`00 00 00 00 00 00 00 00 ${ONE} aa`, { items: Uint8Array.of(0xaa) }]],
      badBytes: [
        [
          `${ONE} ${ONE}`,
          { code: 'invalid-value', offset: 0, found: '0x10000000000000001 (18446744073709551617n)' },
        ],
      ],
    },
    'with a sign': {
      schema: () => struct('Counted', { items: bytes(prefix(asNumber(i64be))) }),
      pairs: [[`${ONE} aa`, { items: Uint8Array.of(0xaa) }]],
      badBytes: [
        ['00 20 00 00 00 00 00 00', { code: 'invalid-value', found: '0x20000000000000 (9007199254740992n)' }],
        ['80 00 00 00 00 00 00 00', { code: 'invalid-value', found: '-9223372036854775808n' }],
        [ALL, { expected: 'a size, an integer of 0 to 9007199254740991', found: '-1' }],
      ],
    },
    'at an offset': {
      schema: () => struct('Placed', { data: at(1, bytes(prefix(wide))), rest: gaps() }),
      pairs: [
        [`00 ${ONE} aa`, { data: Uint8Array.of(0xaa), rest: [{ offset: 0, bytes: Uint8Array.of(0) }] }],
      ],
      badBytes: [[`00 ${ALL} aa`, { code: 'invalid-value', offset: 1, path: 'data' }]],
    },
    'in arms': {
      schema: () =>
        struct('Choice', {
          kind: u8,
          body: union({ text: on(1, string(prefix(wide))), numbers: on(2, list(u16be, prefix(wide))) }),
        }).where(($) => [$.body.tag($.kind)]),
      pairs: [[`01 ${ONE} 41`, { kind: 1, body: { type: 'text', value: 'A' } }]],
      badBytes: ['01', '02'].map((kind) => [
        `${kind} ${ALL} 00 01`,
        { code: 'invalid-value', offset: 1, path: 'body.value' },
      ]),
    },
    'in front of another list': {
      schema: () =>
        struct('Two', {
          first: list(Item, prefix(wide)),
          second: list(Item, prefix(u8)),
        }),
      pairs: [[`${ONE} aa 01 bb`, { first: [{ a: 0xaa }], second: [{ a: 0xbb }] }]],
      badBytes: [[`${ALL} 01 bb`, { code: 'invalid-value', offset: 0, path: 'first' }]],
    },
  });
});

const ZERO = '00 00 00 00';
const MINUS_ZERO = '80 00 00 00';
const NAN = '7f c0 00 00';
const INFINITY = '7f 80 00 00';

describe('-0 is another number than 0 wherever its bytes would be lost', () => {
  testCases({
    'as a constant': {
      schema: () => struct('Constant', { zero: literal(f32be, 0), n: u8 }),
      pairs: [[`${ZERO} 05`, { n: 5 }]],
      badBytes: [
        [`${MINUS_ZERO} 05`, { code: 'wrong-constant', offset: 0, path: 'zero', expected: '0', found: '-0' }],
        [`${NAN} 05`, { code: 'wrong-constant', found: 'NaN' }],
      ],
    },
    'as a constant beside kept NaNs': {
      schema: () => struct('Constant', { zero: literal(preserveNaN(f32be) as Node<number>, 0) }),
      pairs: [[ZERO, {}]],
      badBytes: [
        [MINUS_ZERO, { found: '-0' }],
        ['7f c0 00 01', { code: 'wrong-constant', expected: '0', found: 'NaN 0x7fc00001' }],
      ],
    },
    'as a constant that is in the value': {
      schema: () => struct('Constants', { all: list(literal(f32be, 0), prefix(u8)) }),
      pairs: [[`01 ${ZERO}`, { all: [0] }]],
      badBytes: [[`01 ${MINUS_ZERO}`, { path: 'all[0]', found: '-0' }]],
      badValues: [[{ all: [-0] }, { code: 'mismatch', path: 'all[0]', expected: '0', found: '-0' }]],
    },
    'as a constant integer that is in the value': {
      schema: () => struct('Constants', { all: list(literal(u8, 0), prefix(u8)) }),
      pairs: [['01 00', { all: [0] }]],
      badValues: [[{ all: [-0] }, { code: 'mismatch', found: '-0' }]],
    },
    'as a mark that may be there': {
      schema: () => struct('Marked', { mark: presence(literal(f32be, 0)), rest: bytes(toEnd) }),
      pairs: [
        [ZERO, { mark: true, rest: new Uint8Array(0) }],
        [MINUS_ZERO, { mark: false, rest: Uint8Array.of(0x80, 0, 0, 0) }],
      ],
    },
    'as a mark that ends a list': {
      schema: () => struct('Ended', { items: list(f32be, endsWith(literal(f32be, 0))) }),
      pairs: [
        [`${MINUS_ZERO} ${INFINITY} ${ZERO}`, { items: Float32Array.of(-0, Number.POSITIVE_INFINITY) }],
      ],
      badBytes: [[MINUS_ZERO, { code: 'unexpected-end', path: 'items[1]' }]],
    },
    'as what is ahead of a list': {
      schema: () => struct('While', { items: list(f32be, whilePeek(literal(f32be, 0))), rest: bytes(toEnd) }),
      pairs: [[`${ZERO} ${MINUS_ZERO}`, { items: Float32Array.of(0), rest: Uint8Array.of(0x80, 0, 0, 0) }]],
    },
    'as an alternative': {
      schema: () =>
        struct('First', { it: firstOf({ zero: struct('Zero', { z: literal(f32be, 0) }), other: bytes(4) }) }),
      pairs: [
        [ZERO, { it: { type: 'zero', value: {} } }],
        [MINUS_ZERO, { it: { type: 'other', value: Uint8Array.of(0x80, 0, 0, 0) } }],
      ],
    },
    'as a copy': {
      schema: () => struct('Copied', { x: f32be, copy: derived(f32be) }).where(($) => [$.copy.is($.x)]),
      pairs: [
        [`${ZERO} ${ZERO}`, { x: 0 }],
        [`${MINUS_ZERO} ${MINUS_ZERO}`, { x: -0 }],
        [`${NAN} ${NAN}`, { x: Number.NaN }],
        [`${INFINITY} ${INFINITY}`, { x: Number.POSITIVE_INFINITY }],
      ],
      badBytes: [
        [
          `${ZERO} ${MINUS_ZERO}`,
          { code: 'mismatch', offset: 4, path: 'copy', expected: 'x = 0', found: '-0' },
        ],
        [`${MINUS_ZERO} ${ZERO}`, { code: 'mismatch', expected: 'x = -0', found: '0' }],
        [`${NAN} ${ZERO}`, { code: 'mismatch', expected: 'x = NaN', found: '0' }],
        [`${ZERO} ${NAN}`, { code: 'mismatch', expected: 'x = 0', found: 'NaN' }],
      ],
    },
    'as a copy into an integer': {
      schema: () => struct('Copied', { x: f32be, copy: derived(u8) }).where(($) => [$.copy.is($.x)]),
      pairs: [[`${ZERO} 00`, { x: 0 }]],
      badBytes: [[`${MINUS_ZERO} 00`, { code: 'mismatch', path: 'copy', expected: 'x = -0', found: '0' }]],
      badValues: [[{ x: -0 }, { code: 'out-of-range', path: 'copy', found: '-0' }]],
    },
    'where it would be computed, which gives 0': {
      schema: () =>
        struct('Computed', { a: i8, n: derived(i8), x: derived(f32be) }).where(($) => [
          $.n.is($.a.times(-1)),
          $.x.is($.a.times(-2)),
        ]),
      pairs: [
        [`00 00 ${ZERO}`, { a: 0 }],
        ['01 ff c0 00 00 00', { a: 1 }],
      ],
      badBytes: [
        [`00 00 ${MINUS_ZERO}`, { code: 'mismatch', path: 'x', expected: 'a × (-2) = 0', found: '-0' }],
      ],
    },
    'where floats are added up': {
      schema: () =>
        struct('Added', { x: f32be, y: f32be, sum: derived(f32be), half: derived(f32be) }).where(($) => [
          $.sum.is($.x.plus($.y)),
          $.half.is($.x.div(2)),
        ]),
      pairs: [
        [`${MINUS_ZERO} ${MINUS_ZERO} ${ZERO} ${ZERO}`, { x: -0, y: -0 }],
        ['40 00 00 00 3f 80 00 00 40 40 00 00 3f 80 00 00', { x: 2, y: 1 }],
      ],
      badBytes: [
        [
          `3f 80 00 00 3f 80 00 00 40 00 00 00 ${NAN}`,
          { code: 'mismatch', path: 'half', expected: 'x ÷ 2 = no exact number', found: 'NaN' },
        ],
      ],
      badValues: [
        [
          { x: 1, y: 1 },
          { code: 'mismatch', path: 'half', expected: 'x ÷ 2 = no exact number', found: 'NaN' },
        ],
        [
          { x: Number.NaN, y: 1 },
          { code: 'mismatch', path: 'sum', expected: 'x + y = no exact number' },
        ],
      ],
    },
    'as a count': {
      schema: () =>
        struct('Counted', { n: derived(f32be), items: list(Item) }).where(($) => [$.n.is(count($.items))]),
      pairs: [['3f 80 00 00 aa', { items: [{ a: 0xaa }] }]],
      badBytes: [
        [MINUS_ZERO, { code: 'invalid-value', path: 'items', found: 'n -0' }],
        [NAN, { code: 'invalid-value', path: 'items', found: 'n NaN' }],
      ],
    },
    'as a count that is turned around': {
      schema: () =>
        struct('Counted', { n: derived(f32be), data: bytes() }).where(($) => [
          $.n.is(byteLength($.data).minus(0)),
        ]),
      pairs: [[ZERO, { data: new Uint8Array(0) }]],
      badBytes: [
        [MINUS_ZERO, { code: 'mismatch', path: 'n', expected: 'byteLength(data) - 0 = 0', found: '-0' }],
      ],
    },
    'as an offset': {
      schema: () =>
        struct('Placed', { at: f32be, data: at(u8), rest: gaps() }).where(($) => [$.data.at($.at)]),
      badBytes: [[MINUS_ZERO, { code: 'invalid-value', path: 'data', found: '-0' }]],
    },
    'as a derived tag': {
      schema: () =>
        struct('Tagged', { tag: derived(f32be), it: union({ a: on(0, u8), b: on(1, u16be) }) }).where(($) => [
          $.tag.is(tagOf($.it)),
        ]),
      pairs: [
        [`${ZERO} 07`, { it: { type: 'a', value: 7 } }],
        ['3f 80 00 00 00 07', { it: { type: 'b', value: 7 } }],
      ],
      badBytes: [[`${MINUS_ZERO} 07`, { code: 'unknown-tag', offset: 4, path: 'it', found: 'tag -0' }]],
    },
    'as a derived tag that may be any': {
      schema: () =>
        struct('Tagged', {
          tag: derived(f32be),
          it: union(
            { a: on(0, u8), b: on(range(1, 2), u8) },
            { otherwise: bytes(toEnd), raw: 'raw', rawTag: 'as' },
          ),
        }).where(($) => [$.tag.is(tagOf($.it))]),
      pairs: [
        [`${ZERO} 07`, { it: { type: 'a', value: 7 } }],
        [`${MINUS_ZERO} 07`, { it: { type: undefined, as: -0, raw: Uint8Array.of(7) } }],
        [`${NAN} 07`, { it: { type: undefined, as: Number.NaN, raw: Uint8Array.of(7) } }],
      ],
      badValues: [[{ it: { type: undefined, as: 0, raw: Uint8Array.of(7) } }, { code: 'mismatch' }]],
    },
    'as a tag in the value': {
      schema: () =>
        struct('Tagged', { tag: f32be, it: union({ a: on(0, u8), b: on(1, u8) }) }).where(($) => [
          $.it.tag($.tag),
        ]),
      pairs: [[`${ZERO} 07`, { tag: 0, it: { type: 'a', value: 7 } }]],
      badBytes: [[`${MINUS_ZERO} 07`, { code: 'unknown-tag', found: 'tag -0' }]],
      badValues: [
        [
          { tag: -0, it: { type: 'a', value: 7 } },
          { code: 'mismatch', path: 'it' },
        ],
      ],
    },
    'but compares as numbers do, where all bytes are kept': {
      schema: () =>
        struct('Compared', { x: f32be, y: optional(u8) }).where(($) => [
          check($.x.ge(0)),
          $.y.presentWhen($.x.eq(0)),
        ]),
      pairs: [
        [`${ZERO} 07`, { x: 0, y: 7 }],
        [`${MINUS_ZERO} 07`, { x: -0, y: 7 }],
        [INFINITY, { x: Number.POSITIVE_INFINITY, y: undefined }],
      ],
      badBytes: [[NAN, { code: 'check-failed', found: 'NaN' }]],
    },
    'and is 0 as a parameter': {
      schema: () => {
        const size = parameter('size', u8);
        const Sized = struct('Sized', { data: bytes(size), n: derived(f32be) }).where(($) => [$.n.is(size)]);
        return struct('Bound', { x: f32be, body: Sized }).where(($) => [$.body.with(size.of($.x))]);
      },
      pairs: [[`${MINUS_ZERO} ${ZERO}`, { x: -0, body: { data: new Uint8Array(0) } }]],
    },
  });
});

describe('what is kept beside a value is not seen by relations', () => {
  const padded = preserve(uleb128(32));
  testCases({
    'a padded integer is a tag, in ranges too': {
      schema: () =>
        struct('Tagged', { tag: padded, it: union({ a: on(1, u8), b: on(range(2, 4), u8) }) }).where(($) => [
          $.it.tag($.tag),
        ]),
      pairs: [
        ['01 07', { tag: 1, it: { type: 'a', value: 7 } }],
        ['81 00 07', { tag: { value: 1, byteLength: 2 }, it: { type: 'a', value: 7 } }],
        ['83 80 00 07', { tag: { value: 3, byteLength: 3 }, it: { type: 'b', value: 7 } }],
      ],
      badBytes: [['85 00 07', { code: 'unknown-tag', found: 'tag 5' }]],
      badValues: [
        [
          { tag: { value: 2, byteLength: 2 }, it: { type: 'a', value: 7 } },
          { code: 'mismatch', expected: 'the arm for 2' },
        ],
      ],
    },
    'a padded integer is a size, and in a check': {
      schema: () => {
        const size = parameter('size', u8);
        return struct('Sized', { n: padded, data: bytes(size), twice: derived(u8) }).where(($) => [
          $.data.with(size.of($.n)),
          $.twice.is($.n.times(2)),
          check($.n.lt(3)),
        ]);
      },
      pairs: [
        ['01 05 02', { n: 1, data: Uint8Array.of(5) }],
        ['81 00 05 02', { n: { value: 1, byteLength: 2 }, data: Uint8Array.of(5) }],
      ],
      badBytes: [['83 00 05 05 05 06', { code: 'check-failed', path: 'n', found: '3' }]],
      badValues: [
        [
          { n: { value: 2, byteLength: 2 }, data: Uint8Array.of(5) },
          { code: 'wrong-length', path: 'data' },
        ],
      ],
    },
    'a padded integer of 64 bits is compared': {
      schema: () =>
        struct('Wide', { n: preserve(sleb128(64)), x: optional(u8), sum: derived(i64be) }).where(($) => [
          $.x.presentWhen($.n.lt(0n)),
          $.sum.is($.n.plus(1n)),
        ]),
      pairs: [
        ['7f 07 00 00 00 00 00 00 00 00', { n: -1n, x: 7 }],
        ['ff 7f 07 00 00 00 00 00 00 00 00', { n: { value: -1n, byteLength: 2 }, x: 7 }],
        ['80 00 00 00 00 00 00 00 00 01', { n: { value: 0n, byteLength: 2 }, x: undefined }],
      ],
    },
    'a padded integer in an element ends a list, and places nodes': {
      schema: () => {
        const Entry = struct('Entry', { at: padded });
        return struct('Placed', { entries: list(Entry, prefix(u8)), items: atEach(u8), rest: gaps() }).where(
          ($) => [$.items.atEach($.entries, ($e) => ({ offset: $e.at }))],
        );
      },
      pairs: [
        ['01 83 00 07', { entries: [{ at: { value: 3, byteLength: 2 } }], items: [7], rest: [] }],
        ['01 02 07', { entries: [{ at: 2 }], items: [7], rest: [] }],
      ],
    },
    'a byte that is not a bool is true': {
      schema: () =>
        struct('Kept', {
          flag: preserve(bool),
          it: union({ yes: on(true, u8), no: on(false, u16be) }),
          x: optional(u8),
          is: derived(bool),
        }).where(($) => [$.it.tag($.flag), $.x.presentWhen($.flag.not()), $.is.is($.flag)]),
      pairs: [
        ['01 05 01', { flag: true, it: { type: 'yes', value: 5 }, x: undefined }],
        ['07 05 01', { flag: 7, it: { type: 'yes', value: 5 }, x: undefined }],
        ['00 00 05 06 00', { flag: false, it: { type: 'no', value: 5 }, x: 6 }],
      ],
      badBytes: [['07 05 00', { code: 'mismatch', path: 'is', expected: 'flag = true', found: 'false' }]],
    },
    'a NaN with a payload is NaN': {
      schema: () =>
        struct('Kept', { x: preserveNaN(f32be), big: derived(bool), y: optional(u8) }).where(($) => [
          $.big.is($.x.gt(1)),
          $.y.presentWhen($.x.eq(0)),
        ]),
      pairs: [
        ['7f c0 00 01 00', { x: { nan: 0x7fc00001n }, y: undefined }],
        ['40 00 00 00 01', { x: 2, y: undefined }],
        [`${MINUS_ZERO} 00 07`, { x: -0, y: 7 }],
      ],
      badValues: [
        [
          { x: { nan: 0x7fc00001n, quiet: true }, y: undefined },
          { code: 'unknown-key', path: 'x.quiet' },
        ],
      ],
    },
    'what a function of one’s own computes from': {
      schema: () =>
        struct('Called', { n: padded, same: derived(u8) }).where(($) => [
          $.same.is(computed(external({ module: './own-code.js', export: 'twice' }, twice), $.n)),
        ]),
      pairs: [['83 00 06', { n: { value: 3, byteLength: 2 } }]],
    },
  });
});

describe('a field that is absent equals no value, and is neither less nor more', () => {
  const Pair = struct('Pair', { a: u8, b: u8 });
  testCases({
    'a number': {
      schema: () =>
        struct('Absent', { n: u8, o: optional(u8), x: optional(u8), y: optional(u8), z: optional(u8) }).where(
          ($) => [
            $.o.presentWhen($.n.ne(0)),
            $.x.presentWhen($.o.gt(5)),
            $.y.presentWhen($.o.le(5)),
            $.z.presentWhen($.o.plus(1).ne(3)),
          ],
        ),
      pairs: [
        ['00 aa', { n: 0, o: undefined, x: undefined, y: undefined, z: 0xaa }],
        ['01 06 bb aa', { n: 1, o: 6, x: 0xbb, y: undefined, z: 0xaa }],
        ['01 02 cc', { n: 1, o: 2, x: undefined, y: 0xcc, z: undefined }],
      ],
    },
    'in a check': {
      schema: () =>
        struct('Absent', { n: u8, o: optional(u8) }).where(($) => [
          $.o.presentWhen($.n.ne(0)),
          check($.o.lt(9)),
        ]),
      pairs: [['01 08', { n: 1, o: 8 }]],
      badBytes: [
        ['00', { code: 'check-failed', path: 'o', expected: 'o < 9', found: 'undefined' }],
        ['01 09', { code: 'check-failed', found: '9' }],
      ],
    },
    'but another one that is absent': {
      schema: () =>
        struct('Absent', { n: u8, o: optional(u8), p: optional(u8), same: derived(bool) }).where(($) => [
          $.o.presentWhen($.n.eq(1)),
          $.p.presentWhen($.n.eq(1)),
          $.same.is($.o.eq($.p)),
        ]),
      pairs: [
        ['00 01', { n: 0, o: undefined, p: undefined }],
        ['01 05 05 01', { n: 1, o: 5, p: 5 }],
        ['01 05 06 00', { n: 1, o: 5, p: 6 }],
      ],
    },
    'a number of 64 bits': {
      schema: () =>
        struct('Absent', { n: u8, o: optional(u64be), x: optional(u8), y: optional(u8) }).where(($) => [
          $.o.presentWhen($.n.ne(0)),
          $.x.presentWhen(($.o as never as typeof $.o & { plus(n: bigint): typeof $.o }).plus(1n).gt(2n)),
          $.y.presentWhen($.o.lt(5n).not()),
        ]),
      pairs: [
        ['00 07', { n: 0, o: undefined, x: undefined, y: 7 }],
        [`01 ${ONE}`, { n: 1, o: 1n, x: undefined, y: undefined }],
        ['01 00 00 00 00 00 00 00 09 07 07', { n: 1, o: 9n, x: 7, y: 7 }],
      ],
    },
    'a text': {
      schema: () =>
        struct('Absent', {
          n: u8,
          o: optional(string(1)),
          x: optional(u8),
          long: derived(bool),
          vowels: derived(bool),
          word: derived(bool),
          last: derived(bool),
        }).where(($) => {
          const o = $.o as never as ReturnType<typeof constant<string>>;
          return [
            $.o.presentWhen($.n.ne(0)),
            $.x.presentWhen(o.startsWith('u')),
            $.long.is(o.size().ge(0)),
            $.vowels.is(computed(external({ module: './own-code.js', export: 'vowels' }, vowels), o).ge(0)),
            $.word.is(o.matches(/^[a-z]+$/)),
            $.last.is(o.afterLast('/').ne('a')),
          ];
        }),
      pairs: [
        // not as the text "undefined"
        ['00 00 00 00 01', { n: 0, o: undefined, x: undefined }],
        ['01 75 07 01 01 01 01', { n: 1, o: 'u', x: 7 }],
        ['01 61 01 01 01 00', { n: 1, o: 'a', x: undefined }],
      ],
    },
    'a condition': {
      schema: () =>
        struct('Absent', { n: u8, o: optional(bool), x: optional(u8), either: derived(bool) }).where(($) => {
          const o = $.o as never as ReturnType<typeof constant<boolean>>;
          return [
            $.o.presentWhen($.n.ne(0)),
            $.x.presentWhen(o),
            $.either.is(o.and($.n.eq(1)).or($.n.eq(2))),
          ];
        }),
      pairs: [
        ['00 00', { n: 0, o: undefined, x: undefined }],
        ['01 01 07 01', { n: 1, o: true, x: 7 }],
        ['02 00 01', { n: 2, o: false, x: undefined }],
      ],
    },
    'what selects an arm': {
      schema: () =>
        struct('Absent', {
          n: u8,
          o: optional(u8),
          it: union({ a: on(1, u8) }, { otherwise: bytes(toEnd), raw: 'raw' }),
        }).where(($) => [$.o.presentWhen($.n.ne(0)), $.it.tag($.o)]),
      pairs: [
        ['00 07', { n: 0, o: undefined, it: { type: undefined, raw: Uint8Array.of(7) } }],
        ['01 01 07', { n: 1, o: 1, it: { type: 'a', value: 7 } }],
      ],
    },
    'a struct whose field is read': {
      schema: () =>
        struct('Absent', { n: u8, o: optional(Pair), x: optional(u8), sum: derived(bool) }).where(($) => [
          $.o.presentWhen($.n.ne(0)),
          $.x.presentWhen($.o.$.a.ge(2)),
          $.sum.is($.o.$.a.plus($.o.$.b).eq(3)),
        ]),
      pairs: [
        ['00 00', { n: 0, o: undefined, x: undefined }],
        ['01 02 01 07 01', { n: 1, o: { a: 2, b: 1 }, x: 7 }],
      ],
    },
    'a struct at an offset whose field says where another one lies': {
      schema: () =>
        struct('Chained', { first: u8, a: at(optional(Pair)), b: at(optional(u8)), rest: gaps() }).where(
          ($) => [
            $.a.at($.first),
            $.a.presentWhen($.first.ne(0)),
            $.b.at($.a.$.b),
            $.b.presentWhen($.first.ne(0)),
          ],
        ),
      pairs: [
        ['00', { first: 0, a: undefined, b: undefined, rest: [] }],
        ['01 07 03 09', { first: 1, a: { a: 7, b: 3 }, b: 9, rest: [] }],
      ],
    },
    'a parameter, which then is not a size': {
      schema: () => {
        const size = parameter('size', u8);
        const Sized = struct('Sized', { big: derived(bool), data: bytes(size) }).where(($) => [
          $.big.is(size.gt(1)),
        ]);
        return struct('Absent', { n: u8, o: optional(u8), body: Sized }).where(($) => [
          $.o.presentWhen($.n.ne(0)),
          $.body.with(size.of($.o as never)),
        ]);
      },
      pairs: [['01 02 01 aa bb', { n: 1, o: 2, body: { data: Uint8Array.of(0xaa, 0xbb) } }]],
      badBytes: [['00 00', { code: 'invalid-value', offset: 2, path: 'body.data', found: 'size NaN' }]],
      badValues: [
        [
          { n: 0, o: undefined, body: { data: new Uint8Array(0) } },
          { code: 'wrong-length', path: 'body.data' },
        ],
      ],
    },
    'a list that is counted': {
      schema: () =>
        struct('Absent', { n: u8, o: optional(list(Item, prefix(u8))), x: optional(u8) }).where(($) => [
          $.o.presentWhen($.n.ne(0)),
          $.x.presentWhen(count($.o as never).lt(2)),
        ]),
      pairs: [
        ['00', { n: 0, o: undefined, x: undefined }],
        ['01 01 aa 07', { n: 1, o: [{ a: 0xaa }], x: 7 }],
      ],
    },
    'what was peeked at, behind which the input ends': {
      schema: () =>
        struct('Peeked', { p: peek(u8), x: optional(u8) }).where(($) => [$.x.presentWhen($.p.lt(5))]),
      pairs: [
        ['', { x: undefined }],
        ['04', { x: 4 }],
      ],
      badBytes: [['05', { code: 'trailing-bytes', offset: 0 }]],
    },
  });
});

describe('arithmetic without an exact result', () => {
  testCases({
    'goes on as such among numbers of 64 bits': {
      schema: () =>
        struct('Inexact', { a: u64be, n: derived(u64be) }).where(($) => [
          $.n.is($.a.div(2n).plus(1n).times(3n)),
        ]),
      pairs: [['00 00 00 00 00 00 00 02 00 00 00 00 00 00 00 06', { a: 2n }]],
      badBytes: [
        [
          `${ONE} ${ONE}`,
          { code: 'mismatch', path: 'n', expected: '((a ÷ 2) + 1) × 3 = no exact number', found: '1n' },
        ],
      ],
      badValues: [[{ a: 1n }, { code: 'wrong-type', path: 'n', found: 'NaN' }]],
    },
    'selects no arm': {
      schema: () =>
        struct('Inexact', { a: u64be, it: union({ x: on(1n, u8), y: on(range(2n, 3n), u8) }) }).where(($) => [
          $.it.tag($.a.div(2n)),
        ]),
      pairs: [['00 00 00 00 00 00 00 02 07', { a: 2n, it: { type: 'x', value: 7 } }]],
      badBytes: [[`${ONE} 07`, { code: 'unknown-tag', path: 'it', found: 'a ÷ 2 = NaN' }]],
    },
  });
});
