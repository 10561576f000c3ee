import {
  atEnd,
  bool,
  bytes,
  derived,
  endsWith,
  firstOf,
  list,
  literal,
  lookahead,
  on,
  optional,
  parameter,
  peek,
  prefix,
  range,
  search,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32be,
  u64be,
  union,
  until,
} from '@bytewright/schema-dsl';
import type { Case } from './cases.js';
import { hex, testCases } from './cases.js';

const wide = parameter('wide', bool);
const width = parameter('width', u8);
const id = parameter('id', u8);
const size = parameter('size', u8, { candidates: [2, 4] });
const hasBus = parameter('hasBus', bool, { candidates: [false, true] });
const level = parameter('level', u8, { default: 2 });

const Byte = struct('Byte', { b: u8 });
const Word = struct('Word', { w: u16be });
const Marked = struct('Marked', { mark: literal(u8, 5), n: u8 });
const Config = struct('Config', { data: bytes(wide.choose(4, 2)), mark: literal(u8, 0xff) });

const cases: Readonly<Record<string, Case>> = {
  'several tags and ranges of a tag that is kept': {
    schema: () =>
      struct('S', {
        kind: u8,
        body: union(
          { few: on([1, 2, 5], Byte), text: on(range(0x20, 0x7e), Word), mixed: on([9, range(12, 14)], u8) },
          { otherwise: bytes(toEnd) },
        ),
      }).where(($) => [$.body.tag($.kind)]),
    pairs: [
      ['01 07', { kind: 1, body: { type: 'few', value: { b: 7 } } }],
      ['05 07', { kind: 5, body: { type: 'few', value: { b: 7 } } }],
      ['20 0007', { kind: 32, body: { type: 'text', value: { w: 7 } } }],
      ['7e 0007', { kind: 126, body: { type: 'text', value: { w: 7 } } }],
      ['0d 07', { kind: 13, body: { type: 'mixed', value: 7 } }],
      ['7f 07', { kind: 127, body: { type: undefined, value: hex('07') } }],
    ],
    badBytes: [['20 00', { code: 'unexpected-end', offset: 1, path: 'body.value.w' }]],
    badValues: [
      [
        { kind: 3, body: { type: 'few', value: { b: 7 } } },
        {
          code: 'mismatch',
          offset: 1,
          path: 'body',
          expected: 'the arm for 3',
          found: 'the arm for 1, 2, 5',
        },
      ],
      [
        { kind: 127, body: { type: 'text', value: { w: 7 } } },
        {
          code: 'mismatch',
          expected: 'the arm for 0x7f (127)',
          found: 'the arm for 0x20 (32) to 0x7e (126)',
        },
      ],
      [
        { kind: 12, body: { type: undefined, value: hex('07') } },
        { code: 'mismatch', expected: 'the arm for 0xc (12)', found: 'the arm for undefined' },
      ],
    ],
  },
  'several tags, one of them an unknown one, without ranges': {
    schema: () =>
      struct('S', { kind: u16be, body: union({ a: on([1, 2], u8), b: on(3, u16be) }) }).where(($) => [
        $.body.tag($.kind),
      ]),
    pairs: [['0002 07', { kind: 2, body: { type: 'a', value: 7 } }]],
    badBytes: [
      [
        '0004 07',
        { code: 'unknown-tag', offset: 2, path: 'body', expected: 'one of 1, 2, 3', found: 'kind 4' },
      ],
    ],
    badValues: [
      [
        { kind: 3, body: { type: 'a', value: 7 } },
        { code: 'mismatch', offset: 2 },
      ],
    ],
  },
  'several tags of a tag that is derived: the value keeps it': {
    schema: () =>
      struct('S', {
        kind: derived(u8),
        body: union(
          { one: on(7, Byte), many: on([1, range(3, 4)], Word) },
          { rawTag: 'code', otherwise: bytes(toEnd), raw: 'rest' },
        ),
      })
        .where(($) => [$.kind.is(tagOf($.body))])
        .flat('body'),
    pairs: [
      ['07 01', { type: 'one', value: { b: 1 } }],
      ['01 0001', { type: 'many', code: 1, value: { w: 1 } }],
      ['04 0001', { type: 'many', code: 4, value: { w: 1 } }],
      ['02 01', { type: undefined, code: 2, rest: hex('01') }],
    ],
    badValues: [
      [
        { type: 'many', code: 2, value: { w: 1 } },
        { code: 'mismatch', expected: 'the arm for 2', found: 'the arm for 1, 3 to 4' },
      ],
      [{ type: undefined, code: 3, rest: hex('01') }, { code: 'mismatch' }],
      [{ type: 'many', code: 'x', value: { w: 1 } }, {}],
      [{ type: 'many', value: { w: 1 } }, {}],
    ],
  },
  'bytes as tags are compared by their content': {
    schema: () =>
      struct('S', {
        magic: bytes(2),
        body: union({ a: on(hex('cafe'), u8), b: on([hex('0001'), hex('0002')], u16be) }),
      }).where(($) => [$.body.tag($.magic)]),
    pairs: [
      ['cafe 07', { magic: hex('cafe'), body: { type: 'a', value: 7 } }],
      ['0002 0007', { magic: hex('0002'), body: { type: 'b', value: 7 } }],
    ],
    badBytes: [
      [
        '0003 0007',
        { code: 'unknown-tag', offset: 2, expected: 'one of bytes ca fe, bytes 00 01, bytes 00 02' },
      ],
    ],
    badValues: [
      [
        { magic: hex('cafd'), body: { type: 'a', value: 7 } },
        { code: 'mismatch', expected: 'the arm for bytes ca fd', found: 'the arm for bytes ca fe' },
      ],
      [{ magic: hex('ca'), body: { type: 'a', value: 7 } }, {}],
    ],
  },
  'derived bytes as tags, the unknown ones kept': {
    schema: () =>
      struct('S', {
        magic: derived(bytes(2)),
        body: union({ a: on(hex('cafe'), u8) }, { otherwise: bytes(toEnd), rawTag: 'magic' }),
      }).where(($) => [$.magic.is(tagOf($.body))]),
    pairs: [
      ['cafe 07', { body: { type: 'a', value: 7 } }],
      ['0002 0007', { body: { type: undefined, magic: hex('0002'), value: hex('0007') } }],
    ],
    badValues: [[{ body: { type: undefined, magic: hex('cafe'), value: hex('07') } }, { code: 'mismatch' }]],
  },
  'booleans, bigints and expressions of earlier fields': {
    schema: () =>
      struct('S', {
        flag: bool,
        a: u8,
        b: u8,
        big: u64be,
        first: union({ yes: on(true, u8), no: on(false, u16be) }),
        second: union({ small: on([1, 2], u8), large: on(range(3, 500), u16be) }),
        third: union({ few: on(range(1n, 4n), u8), one: on(0n, u16be) }),
        fourth: union({ equal: on(true, u8) }, { otherwise: u16be }),
      }).where(($) => [
        $.first.tag($.flag),
        $.second.tag($.a.plus($.b)),
        $.third.tag($.big),
        $.fourth.tag($.a.eq($.b)),
      ]),
    pairs: [
      [
        '01 01 01 0000000000000003 aa bb cc dd',
        {
          flag: true,
          a: 1,
          b: 1,
          big: 3n,
          first: { type: 'yes', value: 0xaa },
          second: { type: 'small', value: 0xbb },
          third: { type: 'few', value: 0xcc },
          fourth: { type: 'equal', value: 0xdd },
        },
      ],
      [
        '00 ff 01 0000000000000000 00aa 00bb 00cc 00dd',
        {
          flag: false,
          a: 255,
          b: 1,
          big: 0n,
          first: { type: 'no', value: 0xaa },
          second: { type: 'large', value: 0xbb },
          third: { type: 'one', value: 0xcc },
          fourth: { type: undefined, value: 0xdd },
        },
      ],
    ],
    badBytes: [
      [
        '00 00 00 0000000000000000 00aa',
        { code: 'unknown-tag', offset: 13, path: 'second', found: 'a + b = 0' },
      ],
      [
        '00 00 01 0000000000000005 00aa bb',
        { code: 'unknown-tag', offset: 14, path: 'third', expected: 'one of 1n to 4n, 0n', found: 'big 5n' },
      ],
    ],
  },
  'several arms for one tag are tried in order': {
    schema: () =>
      struct('S', {
        name: string(prefix(u8), 'ascii'),
        body: union({ fdc: Marked, 'fdc-isa': on('fdc', Word), other: Byte }, { otherwise: bytes(toEnd) }),
      }).where(($) => [$.body.tag($.name)]),
    pairs: [
      ['03666463 05 07', { name: 'fdc', body: { type: 'fdc', value: { n: 7 } } }],
      ['03666463 06 07', { name: 'fdc', body: { type: 'fdc-isa', value: { w: 0x607 } } }],
      ['056f74686572 07', { name: 'other', body: { type: 'other', value: { b: 7 } } }],
      ['0161 07', { name: 'a', body: { type: undefined, value: hex('07') } }],
    ],
    badBytes: [
      ['03666463 05', { code: 'unexpected-end', offset: 5, path: 'body.value.n', found: 'the end' }],
      ['03666463', { code: 'no-arm', offset: 4, path: 'body', expected: 'one of "fdc", "fdc-isa"' }],
    ],
    badValues: [
      [
        { name: 'fdc', body: { type: 'fdc-isa', value: { w: 0x507 } } },
        { code: 'ambiguous', offset: 4 },
      ],
      [
        { name: 'fdc', body: { type: undefined, value: hex('00') } },
        { code: 'mismatch', offset: 4 },
      ],
      [
        { name: 'x', body: { type: 'fdc', value: { n: 1 } } },
        { code: 'mismatch', offset: 2 },
      ],
    ],
  },
  'what no arm fits falls back': {
    schema: () =>
      struct('S', {
        kind: u8,
        body: union(
          { a: on(1, Marked), b: on([1, 2], Word), c: on(3, Byte) },
          { otherwise: bytes(toEnd), raw: 'rest', fallback: 'no arm fits' },
        ),
      }).where(($) => [$.body.tag($.kind), $.body.followedBy(atEnd)]),
    pairs: [
      ['01 05 07', { kind: 1, body: { type: 'a', value: { n: 7 } } }],
      ['01 06 07', { kind: 1, body: { type: 'b', value: { w: 0x607 } } }],
      ['02 05 07', { kind: 2, body: { type: 'b', value: { w: 0x507 } } }],
      ['01 050708', { kind: 1, body: { type: undefined, rest: hex('050708') } }],
      ['03 0507', { kind: 3, body: { type: undefined, rest: hex('0507') } }],
      ['09 05', { kind: 9, body: { type: undefined, rest: hex('05') } }],
    ],
    badValues: [
      [
        { kind: 3, body: { type: undefined, rest: hex('05') } },
        { code: 'ambiguous', offset: 1, path: 'body' },
      ],
      [{ kind: 2, body: { type: 'a', value: { n: 1 } } }, { code: 'mismatch' }],
    ],
  },
  'a strict demand goes before a weak one, over all arms': {
    schema: () => {
      const Item = struct('Item', {
        kind: u8,
        body: union({ short: on(1, Byte), long: on(1, Word) }),
      }).where(($) => [$.body.tag($.kind), $.body.followedBy(literal(u16be, 0xeeee), literal(u8, 0))]);
      return struct('S', { item: Item, rest: bytes(toEnd) });
    },
    pairs: [
      ['01 00 eeee', { item: { kind: 1, body: { type: 'short', value: { b: 0 } } }, rest: hex('eeee') }],
      ['01 0000 eeee', { item: { kind: 1, body: { type: 'long', value: { w: 0 } } }, rest: hex('eeee') }],
      ['01 00 00ee', { item: { kind: 1, body: { type: 'short', value: { b: 0 } } }, rest: hex('00ee') }],
      ['01 0007 00', { item: { kind: 1, body: { type: 'long', value: { w: 7 } } }, rest: hex('00') }],
    ],
    badBytes: [
      [
        '01 0707 07',
        {
          code: 'no-arm',
          offset: 3,
          path: 'item.body',
          expected: 'u16be constant behind long',
          found: 'bytes 07',
        },
      ],
    ],
    badValues: [
      [
        { item: { kind: 1, body: { type: 'long', value: { w: 7 } } }, rest: hex('ff') },
        { code: 'ambiguous', offset: 1, path: 'item.body' },
      ],
    ],
  },
  'one arm that must be followed as demanded': {
    schema: () =>
      struct('S', { kind: u8, body: union({ a: on(1, Byte) }, { followedBy: atEnd }) }).where(($) => [
        $.body.tag($.kind),
      ]),
    pairs: [['01 07', { kind: 1, body: { type: 'a', value: { b: 7 } } }]],
    badBytes: [
      ['01', { code: 'unexpected-end', offset: 1, path: 'body.value.b' }],
      ['01 07 08', { code: 'no-arm', offset: 2, path: 'body', expected: 'the end behind a' }],
      ['02', { code: 'unknown-tag' }],
    ],
  },
  'arms that are tried for a tag that is only peeked at': {
    schema: () =>
      struct('S', {
        next: peek(u8),
        body: union(
          { a: on(5, Marked), b: on([5, range(7, 9)], Word) },
          { otherwise: bytes(toEnd), fallback: 'no arm fits' },
        ),
      }).where(($) => [$.body.tag($.next), $.body.followedBy(atEnd)]),
    pairs: [
      ['05 07', { body: { type: 'a', value: { n: 7 } } }],
      ['08 07', { body: { type: 'b', value: { w: 0x807 } } }],
      ['', { body: { type: undefined, value: hex('') } }],
      ['08', { body: { type: undefined, value: hex('08') } }],
    ],
    badValues: [
      [{ body: { type: 'b', value: { w: 0x507 } } }, { code: 'ambiguous' }],
      [{ body: { type: 'b', value: { w: 0x607 } } }, { code: 'ambiguous' }],
      [{ body: { type: undefined, value: hex('0907') } }, { code: 'ambiguous' }],
    ],
  },
  'arms that read a parameter, in a list and flat': {
    schema: () => {
      const Foot = struct('Foot', { mark: literal(u8, 0x7e), id: derived(u8) }).where(($) => [$.id.is(id)]);
      const Item = struct('Item', {
        id: u8,
        body: union(
          {
            a: on([1, 2], Byte),
            b: on(
              2,
              struct('Own', { id: derived(u8), x: u8 }).where(($) => [$.id.is(id)]),
            ),
          },
          {
            otherwise: bytes(until(Foot)),
            raw: 'payload',
            tag: 'device',
            value: 'state',
            fallback: 'no arm fits',
          },
        ),
        foot: Foot,
      })
        .where(($) => [
          $.body.tag($.id),
          $.body.with(id.of($.id)),
          $.foot.with(id.of($.id)),
          $.body.followedBy(Foot),
        ])
        .flat('body');
      return struct('S', { items: list(Item, endsWith(literal(u8, 0))) });
    },
    pairs: [
      [
        '01 07 7e01 02 07 7e02 02 0209 7e02 01 0708 7e01 03 7e01 7e03 00',
        {
          items: [
            { id: 1, device: 'a', state: { b: 7 }, foot: {} },
            { id: 2, device: 'a', state: { b: 7 }, foot: {} },
            { id: 2, device: 'b', state: { x: 9 }, foot: {} },
            { id: 1, device: undefined, payload: hex('0708'), foot: {} },
            { id: 3, device: undefined, payload: hex('7e01'), foot: {} },
          ],
        },
      ],
    ],
    badValues: [
      [
        { items: [{ id: 1, device: undefined, payload: hex('07'), foot: {} }] },
        { code: 'ambiguous', offset: 1, path: 'items[0]' },
      ],
    ],
  },
  'a search for the parameter with which a struct parses': {
    schema: () => struct('S', { config: search(wide, [true, false], Config), rest: bytes(toEnd) }),
    pairs: [
      ['01020304 ff', { config: { data: hex('01020304') }, rest: hex('') }],
      ['0102 ff aa', { config: { data: hex('0102') }, rest: hex('aa') }],
    ],
    badBytes: [
      ['0102', { code: 'unexpected-end', offset: 2, path: 'config.mark' }],
      ['0102030405', { code: 'wrong-constant', offset: 4, path: 'config.mark' }],
      ['', { code: 'unexpected-end', offset: 0, path: 'config.data', expected: '4 bytes' }],
    ],
    badValues: [
      [
        { config: { data: hex('0102') }, rest: hex('03ff') },
        { code: 'ambiguous', offset: 0, path: 'config' },
      ],
      [
        { config: { data: hex('010203') }, rest: hex('') },
        { code: 'wrong-length', offset: 0, path: 'config.data' },
      ],
      [
        { config: 5, rest: hex('') },
        { code: 'wrong-type', path: 'config' },
      ],
      [
        { config: { data: 5 }, rest: hex('') },
        { code: 'wrong-type', path: 'config.data' },
      ],
    ],
  },
  'a root whose parameters have candidates': {
    schema: () =>
      struct('S', { data: bytes(size), bus: optional(u16be), level: u8 }).where(($) => [
        $.bus.presentWhen(hasBus.and(level.ge(2))),
      ]),
    pairs: [
      ['0102 09', { data: hex('0102'), bus: undefined, level: 9 }],
      ['01020304 09', { data: hex('01020304'), bus: undefined, level: 9 }],
      ['01020304 0506 09', { data: hex('01020304'), bus: 0x0506, level: 9 }],
    ],
    badBytes: [
      ['01', { code: 'unexpected-end', offset: 0, path: 'data' }],
      ['0102 0304 0506', { code: 'unexpected-end', offset: 6, path: 'level' }],
      ['01020304 0506 0708', { code: 'no-arm', offset: 7, path: '', expected: 'the end behind size 4' }],
    ],
    badValues: [
      // four bytes are found before two and a bus
      [
        { data: hex('0102'), bus: 3, level: 9 },
        { code: 'ambiguous', offset: 0, path: '' },
      ],
      [
        { data: hex('010203'), bus: undefined, level: 9 },
        { code: 'wrong-length', path: 'data' },
      ],
      [
        { data: hex('0102'), bus: undefined },
        { code: 'wrong-type', path: 'level' },
      ],
    ],
  },
  'a root with candidates for what is further in, and a search in it': {
    schema: () => {
      const Inner = struct('Inner', { data: bytes(size), mark: literal(u8, 9) });
      return struct('S', {
        n: u8,
        config: search(wide, [true, false], Config),
        inner: list(Inner, prefix(u8)),
      });
    },
    pairs: [
      [
        '07 0102ff 02 0102 09 0304 09',
        { n: 7, config: { data: hex('0102') }, inner: [{ data: hex('0102') }, { data: hex('0304') }] },
      ],
      [
        '07 01020304ff 01 01020304 09',
        { n: 7, config: { data: hex('01020304') }, inner: [{ data: hex('01020304') }] },
      ],
    ],
    badBytes: [['07 0102ff 01 0102 08', { code: 'wrong-constant', offset: 7, path: 'inner[0].mark' }]],
  },
  'a root with candidates that may be large': {
    schema: () =>
      struct('S', { data: bytes(size), rest: list(u8, prefix(u16be)), end: optional(u8) }).where(($) => [
        $.end.presentWhen(hasBus),
      ]),
    pairs: [
      ['0102 0001 07', { data: hex('0102'), rest: hex('07'), end: undefined }],
      ['0102 0001 07 08', { data: hex('0102'), rest: hex('07'), end: 8 }],
    ],
  },
  'a search beside other parameters, bound in between and around': {
    schema: () => {
      const Both = struct('Both', { a: bytes(wide.choose(2, 1)), b: bytes(width), c: literal(u8, 9) });
      const Inner = struct('Inner', { n: u8, both: search(wide, [false, true], Both.with(width.of(2))) });
      const Outer = struct('Outer', { n: u8, both: search(wide, [false, true], Both) }).where(($) => [
        $.both.with(width.of($.n)),
      ]);
      return struct('S', { inner: Inner, outer: Outer });
    },
    pairs: [
      [
        '07 01 0203 09 01 0102 03 09',
        {
          inner: { n: 7, both: { a: hex('01'), b: hex('0203') } },
          outer: { n: 1, both: { a: hex('0102'), b: hex('03') } },
        },
      ],
    ],
    badValues: [
      [
        {
          inner: { n: 7, both: { a: hex('01'), b: hex('0203') } },
          outer: { n: 1, both: { a: hex('0102'), b: hex('0304') } },
        },
        { code: 'wrong-length', offset: 8, path: 'outer.both.b' },
      ],
    ],
  },
  'ordered alternatives fail where the one that came furthest does': {
    schema: () =>
      struct('S', {
        body: firstOf({
          marked: Marked,
          long: struct('Long', { m: literal(u32be, 1), x: u8 }),
          'two-words': struct('Two', { a: u16be, b: u16be }),
        }),
      }),
    pairs: [['05 07', { body: { type: 'marked', value: { n: 7 } } }]],
    badBytes: [
      ['00', { code: 'no-arm', offset: 0, path: 'body', expected: 'one of "marked", "long", "two-words"' }],
      ['05', { code: 'unexpected-end', offset: 1, path: 'body.value.n' }],
      ['0000 00', { code: 'unexpected-end', offset: 2, path: 'body.value.b' }],
    ],
  },
  'a search that is only looked ahead for has nothing to read': {
    schema: () => {
      const Sized = struct('Sized', { x: bytes(width), end: literal(u8, 9) });
      return struct('S', { has: lookahead(search(width, [1, 2], Sized)), rest: bytes(toEnd) });
    },
    pairs: [
      ['07 09', { has: true, rest: hex('0709') }],
      ['07 07 09', { has: true, rest: hex('070709') }],
      ['07 07 07', { has: false, rest: hex('070707') }],
    ],
  },
};

testCases(cases);
