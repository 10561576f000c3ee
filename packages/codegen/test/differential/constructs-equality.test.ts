import type { Node } from '@bytewright/schema-dsl';
import {
  align,
  at,
  bytes,
  check,
  derived,
  f32be,
  firstOf,
  flags,
  gaps,
  list,
  on,
  optional,
  prefix,
  preserve,
  sized,
  string,
  struct,
  tail,
  u8,
  u16be,
  u24be,
  uleb128,
  union,
} from '@bytewright/schema-dsl';
import { hex, testCases } from './cases.js';

const Point = struct('Point', { x: u8, y: u8 });
const Mode = flags(u8, { read: 0 });
const Entry = struct('Entry', { kind: u16be, name: optional(string(2, 'ascii')) }).where(($) => [
  $.name.presentWhen($.kind.ne(0)),
]);
const choice = union({ one: on(1, u8), point: on(2, Point) });

/** A field, and one that is derived as the same. */
const mirror = (node: Node<unknown>): Node<unknown> =>
  struct('S', { a: node, b: derived(node) }).where(($) => [$.b.is($.a as never)]);

const other = (
  expected: string,
  found: string,
): { code: 'mismatch'; path: string; expected: string; found: string } => ({
  code: 'mismatch',
  path: 'b',
  expected: `the same as a, ${expected}`,
  found,
});

testCases({
  'bytes and lists of bytes that are derived': {
    schema: () =>
      struct('S', { a: list(u8, 2), b: derived(list(u8, 2)), c: derived(bytes(2)) }).where(($) => [
        $.b.is($.a),
        $.c.is($.a),
      ]),
    pairs: [['0102 0102 0102', { a: hex('0102') }]],
    badBytes: [
      [
        '0102 0103 0102',
        { code: 'mismatch', offset: 2, path: 'b', expected: 'a = bytes 01 02', found: 'bytes 01 03' },
      ],
      ['0102 0102 0202', { code: 'mismatch', offset: 4, path: 'c' }],
    ],
    badValues: [[{ a: hex('01') }, { code: 'wrong-length', path: 'a' }]],
  },
  'lists of other numbers that are derived': {
    schema: () => mirror(list(u16be, prefix(u8))),
    pairs: [
      ['02 0001 0002 02 0001 0002', { a: Uint16Array.of(1, 2) }],
      ['00 00', { a: new Uint16Array() }],
    ],
    badBytes: [
      ['01 0001 01 0002', { ...other('1 at [0]', '2 at [0]'), offset: 3 }],
      ['01 0001 00', other('Uint16Array [1]', 'Uint16Array []')],
    ],
  },
  'plain arrays that are derived': {
    schema: () => mirror(list(u24be, 2)),
    pairs: [['000001 000002 000001 000002', { a: [1, 2] }]],
    badBytes: [['000001 000002 000001 000003', other('2 at [1]', '3 at [1]')]],
  },
  'floats by their bits': {
    schema: () => mirror(list(f32be, 1)),
    pairs: [
      ['80000000 80000000', { a: Float32Array.of(-0) }],
      ['7fc00001 7fc00001', { a: new Float32Array(Uint32Array.of(0x7fc00001).buffer) }],
    ],
    badBytes: [
      ['80000000 00000000', other('-0 at [0]', '0 at [0]')],
      ['7fc00001 7fc00002', other('Float32Array [NaN]', 'Float32Array [NaN] of other bits')],
    ],
  },
  'structs that are derived': {
    schema: () => mirror(Point),
    pairs: [['0102 0102', { a: { x: 1, y: 2 } }]],
    badBytes: [['0102 0103', { ...other('2 at y', '3 at y'), offset: 2 }]],
    badValues: [[{ a: { x: 1, y: 256 } }, { code: 'out-of-range', path: 'a.y' }]],
  },
  'structs that are derived in front': {
    schema: () => struct('S', { b: derived(Point), a: Point }).where(($) => [$.b.is($.a)]),
    pairs: [['0102 0102', { a: { x: 1, y: 2 } }]],
    badBytes: [['0102 0103', { ...other('3 at y', '2 at y'), offset: 0 }]],
  },
  'structs that are derived in front, and something aligned behind them': {
    schema: () =>
      struct('S', { b: derived(Point), a: Point, padding: align(4), c: u8 }).where(($) => [$.b.is($.a)]),
    pairs: [['0102 0102 07', { a: { x: 1, y: 2 }, c: 7 }]],
    badBytes: [['0102 0103 07', { ...other('3 at y', '2 at y'), offset: 0 }]],
    badValues: [[{ c: 7 }, { code: 'wrong-type', offset: undefined, path: 'a', expected: 'an object' }]],
  },
  'lists of structs with members that may be absent': {
    schema: () => mirror(list(Entry, prefix(u8))),
    pairs: [
      [
        '02 0000 0001 6869 02 0000 0001 6869',
        {
          a: [
            { kind: 0, name: undefined },
            { kind: 1, name: 'hi' },
          ],
        },
      ],
    ],
    badBytes: [
      ['01 0001 6869 01 0001 686a', { ...other('"hi" at [0].name', '"hj" at [0].name'), offset: 5 }],
    ],
  },
  'flags that are derived': {
    schema: () => mirror(Mode),
    pairs: [['03 03', { a: { read: true, unknown: 2 } }]],
    badBytes: [['03 01', other('2 at unknown', '0 at unknown')]],
  },
  'padded integers that are derived': {
    schema: () => mirror(preserve(uleb128(32))),
    pairs: [
      ['8100 8100', { a: { value: 1, byteLength: 2 } }],
      ['01 01', { a: 1 }],
    ],
    badBytes: [['8100 01', { code: 'mismatch', offset: 2, path: 'b' }]],
  },
  'alternatives that are compared': {
    schema: () =>
      struct('S', { k: u8, a: choice, b: choice }).where(($) => [
        $.a.tag($.k),
        $.b.tag($.k),
        check($.a.eq($.b), 'the same twice'),
      ]),
    pairs: [
      ['01 05 05', { k: 1, a: { type: 'one', value: 5 }, b: { type: 'one', value: 5 } }],
      [
        '02 0506 0506',
        { k: 2, a: { type: 'point', value: { x: 5, y: 6 } }, b: { type: 'point', value: { x: 5, y: 6 } } },
      ],
    ],
    badBytes: [['02 0506 0507', { code: 'check-failed', offset: 3, path: 'b', expected: 'the same twice' }]],
    badValues: [
      [
        { k: 1, a: { type: 'one', value: 5 }, b: { type: 'one', value: 6 } },
        { code: 'check-failed', offset: 2, path: 'b' },
      ],
    ],
  },
  'two that must differ': {
    schema: () =>
      struct('S', { a: Point, b: Point, c: list(Point, 1), d: list(Point, 1) }).where(($) => [
        check($.a.ne($.b), 'two different points'),
        check($.c.eq($.d).not().and($.a.ne($.b)), 'two different lists'),
      ]),
    pairs: [
      [
        '0102 0103 0101 0000',
        { a: { x: 1, y: 2 }, b: { x: 1, y: 3 }, c: [{ x: 1, y: 1 }], d: [{ x: 0, y: 0 }] },
      ],
    ],
    badBytes: [
      ['0102 0102 0101 0000', { code: 'check-failed', offset: 2, path: 'b' }],
      ['0102 0103 0101 0101', { code: 'check-failed', offset: 6, path: 'd' }],
    ],
  },
  'constants, parts, and what follows from a comparison': {
    schema: () =>
      struct('S', {
        mark: list(u8, 2),
        outer: struct('Outer', { p: Point, q: Point }),
        same: derived(u8),
        more: optional(u8),
      }).where(($) => [
        check($.mark.ne(hex('0000')), 'a mark'),
        $.more.presentWhen($.mark.eq(hex('cafe')).and($.outer.$.p.eq($.outer.$.q))),
        $.same.is($.outer.$.p.eq($.outer.$.q).choose(1, 0)),
      ]),
    pairs: [
      [
        'cafe 0102 0102 01 07',
        { mark: hex('cafe'), outer: { p: { x: 1, y: 2 }, q: { x: 1, y: 2 } }, more: 7 },
      ],
      [
        'cafe 0102 0103 00',
        { mark: hex('cafe'), outer: { p: { x: 1, y: 2 }, q: { x: 1, y: 3 } }, more: undefined },
      ],
      [
        'caff 0102 0102 01',
        { mark: hex('caff'), outer: { p: { x: 1, y: 2 }, q: { x: 1, y: 2 } }, more: undefined },
      ],
    ],
    badBytes: [
      ['0000 0102 0102 01', { code: 'check-failed', path: 'mark' }],
      ['cafe 0102 0102 00', { code: 'mismatch', offset: 6, path: 'same' }],
    ],
    badValues: [
      [
        { mark: hex('cafe'), outer: { p: { x: 1, y: 2 }, q: { x: 1, y: 2 } }, more: undefined },
        { code: 'mismatch', offset: 7, path: 'more' },
      ],
    ],
  },
  // as the backup table at the end of a GPT disk mirrors the one in front
  'tables at offsets, and what is between': {
    schema: () =>
      struct('S', {
        entries: list(Point, 2),
        where: u8,
        backup: at(list(Point, 2)),
        end: tail(Point),
        rest: gaps(),
      }).where(($) => [$.backup.at($.where), check($.backup.eq($.entries), 'a backup of the entries')]),
    pairs: [
      [
        '0102 0304 06 aa 0102 0304 0909',
        {
          entries: [
            { x: 1, y: 2 },
            { x: 3, y: 4 },
          ],
          where: 6,
          backup: [
            { x: 1, y: 2 },
            { x: 3, y: 4 },
          ],
          end: { x: 9, y: 9 },
          rest: [{ offset: 5, bytes: hex('aa') }],
        },
      ],
    ],
    badBytes: [['0102 0304 06 aa 0102 0305 0909', { code: 'check-failed', offset: 6, path: 'backup' }]],
  },
  'what is in a region, or one of several': {
    schema: () =>
      struct('S', {
        a: sized(prefix(u8), firstOf({ point: Point, byte: u8 })),
        b: sized(prefix(u8), firstOf({ point: Point, byte: u8 })),
      }).where(($) => [check($.a.eq($.b), 'the same twice')]),
    pairs: [
      [
        '02 0102 02 0102',
        { a: { type: 'point', value: { x: 1, y: 2 } }, b: { type: 'point', value: { x: 1, y: 2 } } },
      ],
      ['01 07 01 07', { a: { type: 'byte', value: 7 }, b: { type: 'byte', value: 7 } }],
    ],
    badBytes: [['01 07 01 08', { code: 'check-failed', path: 'b' }]],
  },
});
