import type { Infer, Node } from '@bytewright/schema-dsl';
import {
  at,
  atEach,
  byteLength,
  bytes,
  check,
  count,
  decode,
  derived,
  encode,
  explain,
  gaps,
  list,
  literal,
  lookahead,
  offsetOf,
  optional,
  parameter,
  prefix,
  sized,
  string,
  struct,
  tail,
  toEnd,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

const Section = struct('Section', { kind: u8, offset: u16be, size: u8 });
const Image = struct('Image', {
  tableOffset: u8,
  sectionCount: derived(u8),
  sections: at(list(Section)),
  contents: atEach(optional(bytes())),
  rest: gaps(),
}).where(($) => [
  $.sectionCount.is(count($.sections)),
  $.sections.at($.tableOffset),
  $.contents.atEach($.sections, ($section) => ({
    offset: $section.offset,
    size: $section.size,
    when: $section.kind.ne(8),
  })),
]);

// the table is at 6, after the contents that it points to; the bytes at 5 and at 14 are gaps
const WIRE = '06 02 686921 ff  01 0002 03  08 ffff 00  2a';
const VALUE: Infer<typeof Image> = {
  tableOffset: 6,
  sections: [
    { kind: 1, offset: 2, size: 3 },
    { kind: 8, offset: 0xffff, size: 0 },
  ],
  contents: [hex('686921'), undefined],
  rest: [
    { offset: 5, bytes: hex('ff') },
    { offset: 14, bytes: hex('2a') },
  ],
};

describe('fields at offsets that are in the value', () => {
  test('keep every byte in exactly one place of the value, and write it back to where it was', () => {
    expectBothWays(Image, WIRE, VALUE);
    expectBothWays(Image, '02 00', { tableOffset: 2, sections: [], contents: [], rest: [] });
  });

  test('accept a list of positions in a region, documented, and with parameterised elements', () => {
    const base = parameter('base', u8);
    const Entry = struct('Entry', { kind: u8, at: u8 }).where(($) => [check($.kind.ge(base))]);
    const Files = struct('Files', {
      entries: sized(prefix(u8), list(Entry.with(base.of(1)), toEnd)).doc('where each lies'),
      all: atEach(optional(u8).doc('what lies there')),
      rest: gaps(),
    }).where(($) => [$.all.atEach($.entries, ($e) => ({ offset: $e.at, when: $e.kind.eq(1) }))]);
    expectBothWays(Files, '04 01 05 02 00 09', {
      entries: [
        { kind: 1, at: 5 },
        { kind: 2, at: 0 },
      ],
      all: [9, undefined],
      rest: [],
    });
  });

  test('encode an edited value as it says', () => {
    const [first, second] = VALUE.sections;
    if (first === undefined || second === undefined) throw new Error('two sections');
    const edited = {
      ...VALUE,
      sections: [{ ...first, offset: 14, size: 4 }, second],
      contents: [hex('61626364'), undefined],
      rest: [{ offset: 2, bytes: hex('00000000') }],
    };
    expect(encode(Image, edited)).toEqual(hex('06 02 00000000  01 000e 04  08 ffff 00  61626364'));
    expect(decode(Image, encode(Image, edited))).toStrictEqual(edited);
  });

  test('reject offsets outside the region, and nodes that do not fit there', () => {
    expect(decodeErrorOf(Image, hex('03 00'))).toMatchObject({
      code: 'invalid-value',
      offset: 0,
      path: 'sections',
      expected: 'an offset of 0 to 2',
      found: '3',
    });
    expect(decodeErrorOf(Image, hex('02 01 01 0007 00'))).toMatchObject({ path: 'contents[0]', found: '7' });
    expect(decodeErrorOf(Image, hex('02 01 01 0005 02'))).toMatchObject({
      code: 'unexpected-end',
      offset: 5,
      path: 'contents[0]',
    });
  });

  test('never share a byte; the error names the later one', () => {
    expect(decodeErrorOf(Image, hex('02 01 01 0005 01'))).toMatchObject({
      code: 'overlap',
      offset: 5,
      path: 'contents[0]',
      expected: 'bytes of its own',
      found: '1 byte of sections',
    });
  });

  test('cover nothing if they are empty, wherever they are', () => {
    expectBothWays(Image, '02 01 01 0003 00', {
      tableOffset: 2,
      sections: [{ kind: 1, offset: 3, size: 0 }],
      contents: [hex('')],
      rest: [],
    });
    expect(
      encodeErrorOf(Image, {
        tableOffset: 2,
        sections: [{ kind: 1, offset: 7, size: 0 }],
        contents: [hex('')],
        rest: [],
      }),
    ).toMatchObject({ code: 'out-of-range', path: 'contents[0]', expected: 'an offset of 0 to 6' });
  });

  test('do not decode the same bytes over and over', () => {
    const Repeated = struct('Repeated', { offsets: list(u8, prefix(u8)), blocks: atEach(bytes(200)) }).where(
      ($) => [$.blocks.atEach($.offsets, ($offset) => ({ offset: $offset }))],
    );
    const wire = new Uint8Array(456).fill(255, 1).fill(250, 0, 1);
    expect(decodeErrorOf(Repeated, wire)).toMatchObject({ code: 'overlap', path: 'blocks[1]', offset: 255 });
  });

  test('allow only one way to write down gaps', () => {
    const refused = (rest: unknown): unknown => encodeErrorOf(Image, { ...VALUE, rest });
    expect(refused([])).toMatchObject({
      code: 'unclaimed-bytes',
      path: '',
      found: '1 byte at 5 that none holds',
    });
    expect(refused([...VALUE.rest].reverse())).toMatchObject({ code: 'mismatch', path: 'rest[1].offset' });
    expect(refused([...VALUE.rest, { offset: 15, bytes: hex('00') }])).toMatchObject({
      code: 'mismatch',
      path: 'rest[2].offset',
    });
    expect(refused([{ offset: 5, bytes: hex('') }])).toMatchObject({
      code: 'wrong-length',
      path: 'rest[0].bytes',
    });
    expect(refused([{ offset: 4, bytes: hex('ffff') }])).toMatchObject({
      code: 'overlap',
      path: 'rest[0]',
      found: '1 byte of contents[0]',
    });
    expect(refused([{ offset: -1, bytes: hex('ff') }])).toMatchObject({ code: 'out-of-range' });
    expect(refused([{ offset: 2 ** 40, bytes: hex('ff') }])).toMatchObject({ code: 'unclaimed-bytes' });
    expect(refused([{ offset: 5, bytes: 'ff' }])).toMatchObject({
      code: 'wrong-type',
      path: 'rest[0].bytes',
    });
    expect(refused('none')).toMatchObject({ code: 'wrong-type', path: 'rest' });
  });

  test('check the list of offsets first', () => {
    const refused = (value: object): unknown => encodeErrorOf(Image, { ...VALUE, ...value });
    expect(refused({ tableOffset: '6' })).toMatchObject({ code: 'wrong-type', path: 'tableOffset' });
    expect(refused({ sections: [{ kind: 1, offset: 2n, size: 3 }, VALUE.sections[1]] })).toMatchObject({
      code: 'wrong-type',
      path: 'sections[0].offset',
    });
    expect(refused({ contents: [hex('686921')] })).toMatchObject({ code: 'wrong-length', path: 'contents' });
    expect(refused({ contents: [hex('686921'), hex('')] })).toMatchObject({ path: 'contents[1]' });
    expect(refused({ tableOffset: 1 })).toMatchObject({ code: 'overlap', path: 'sections' });
  });

  test('explain() shows each part at its offset', () => {
    const { root } = explain(Image, hex(WIRE));
    expect(root.parts.map(({ path, offset, length }) => [path, offset, length])).toEqual([
      ['tableOffset', 0, 1],
      ['sectionCount', 1, 1],
      ['sections', 6, 8],
      ['contents', 2, 3],
      ['rest', 5, 10],
    ]);
    expect(root.parts[4]?.parts.map(({ path, offset, length }) => [path, offset, length])).toEqual([
      ['rest[0]', 5, 1],
      ['rest[1]', 14, 1],
    ]);
  });
});

describe('a struct with fields at offsets takes its whole region', () => {
  const Block = struct('Block', { offset: u8, name: at(string(prefix(u8))), version: u8 }).where(($) => [
    $.name.at($.offset),
  ]);

  test('fields without an offset continue as if the others did not exist', () => {
    expectBothWays(Block, '02 07 02 6869', { offset: 2, name: 'hi', version: 7 });
  });

  test('rejects unclaimed bytes if there are no gaps()', () => {
    expect(decodeErrorOf(Block, hex('03 07 00 02 6869'))).toMatchObject({
      code: 'unclaimed-bytes',
      offset: 2,
      path: '',
      found: '1 byte that none holds',
    });
    expect(decodeErrorOf(Block, hex('02 07 02 6869 00'))).toMatchObject({
      code: 'unclaimed-bytes',
      offset: 5,
    });
  });

  test('offsets count from the start of the struct', () => {
    const Two = struct('Two', { a: sized(prefix(u8), Block), b: sized(prefix(u8), Block) });
    expectBothWays(Two, '04 02 07 01 41  03 02 08 00', {
      a: { offset: 2, name: 'A', version: 7 },
      b: { offset: 2, name: '', version: 8 },
    });
    expect(decodeErrorOf(Two, hex('03 02 07 00  03 05 08 00'))).toMatchObject({ offset: 5, path: 'b.name' });
  });

  test('an offset may count from elsewhere, and may be constant', () => {
    const base = parameter('base', u8);
    const Inner = struct('Inner', { position: u8, mark: at(u8) }).where(($) => [
      $.mark.at($.position.minus(base)),
    ]);
    const Outer = struct('Outer', { head: u16be, inner: Inner }).where(($) => [
      $.inner.with(base.of(offsetOf($.inner))),
    ]);
    expectBothWays(Outer, '0001 03 2a', { head: 1, inner: { position: 3, mark: 42 } });
    expectBothWays(struct('Fixed', { a: u8, magic: at(2, string(2, 'ascii')), b: u8 }), '07 08 4142', {
      a: 7,
      magic: 'AB',
      b: 8,
    });
  });

  test('a length may bound a positioned field', () => {
    const Bounded = struct('Bounded', { size: derived(u8), data: at(3, bytes()), last: u16be }).where(($) => [
      $.size.is(byteLength($.data)),
    ]);
    expectBothWays(Bounded, '02 0001 cafe', { data: hex('cafe'), last: 1 });
  });
});

describe('tails', () => {
  const End = struct('End', { mark: literal(u16be, 0x5006), n: u8, comment: string(prefix(u8), 'latin1') });
  const Archive = struct('Archive', { end: tail(End), rest: gaps() });

  test('begin at the last offset from which they parse to the end', () => {
    expectBothWays(Archive, 'aa 5006 07 02 6869', {
      end: { n: 7, comment: 'hi' },
      rest: [{ offset: 0, bytes: hex('aa') }],
    });
    // the first mark is followed by something that would parse, but not to the end
    expectBothWays(Archive, '5006 01 00 5006 02 00', {
      end: { n: 2, comment: '' },
      rest: [{ offset: 0, bytes: hex('50060100') }],
    });
  });

  test('must exist, and a value in which one would be found later is rejected', () => {
    expect(decodeErrorOf(Archive, hex('aa 5006 07 03 6869'))).toMatchObject({
      code: 'no-boundary',
      offset: 0,
      path: 'end',
      expected: 'End that ends where the region ends',
      found: 'none in 7 bytes',
    });
    expect(encodeErrorOf(Archive, { end: { n: 1, comment: 'P\x06\x01\x00' }, rest: [] })).toMatchObject({
      code: 'ambiguous',
      path: 'end',
    });
  });

  test('of a fixed size need no search', () => {
    const Footer = struct('Footer', { rest: bytes(prefix(u8)), end: tail(u16be) });
    expectBothWays(Footer, '01 aa 0007', { rest: hex('aa'), end: 7 });
    expect(decodeErrorOf(Footer, hex('00'))).toMatchObject({ code: 'no-boundary', path: 'end' });
    expect(decodeErrorOf(Footer, hex('01 aa'))).toMatchObject({ code: 'overlap', path: 'end', offset: 0 });
  });
});

describe('rejects invalid definitions', () => {
  const Placed = struct('Placed', { o: u8, x: at(u8) }).where(($) => [$.x.at($.o)]);
  const cases: readonly (readonly [title: string, schema: () => Node<unknown>, path: string, why: RegExp])[] =
    [
      [
        'at() without an offset',
        () => struct('S', { a: at(u8) }),
        'S.a',
        /has no offset; write \$\.field\.at/,
      ],
      [
        'at() with two offsets',
        () => struct('S', { o: u8, a: at(4, u8) }).where(($) => [$.a.at($.o)]),
        'S.a',
        /two offsets/,
      ],
      [
        'an offset from a later field',
        () => struct('S', { a: at(u8), o: u8 }).where(($) => [$.a.at($.o)]),
        'S.a',
        /o is needed before o is decoded; move o forward/,
      ],
      [
        '.at() for a field that is none',
        () => struct('S', { a: u8 }).where(($) => [$.a.at(1)]),
        'S.a',
        /wrap it in at\(…\)/,
      ],
      ['at() in a list', () => struct('S', { a: list(at(1, u8), 2) }), 'S.a[]', /a field of its own/],
      ['at() in another wrapper', () => struct('S', { a: sized(4, at(1, u8)) }), 'S.a', /a field of its own/],
      ['at() as a root', () => at(1, u8), 'root', /a field of its own/],
      [
        'a constant at an offset',
        () => struct('S', { a: at(1, literal(u8, 1)) }),
        'S.a',
        /must be in the value/,
      ],
      ['something open at an offset', () => struct('S', { a: at(1, bytes(toEnd)) }), 'S.a', /give it a size/],
      [
        'a struct with fields at offsets in front of another field',
        () => struct('S', { a: Placed, b: u8 }),
        'S.a',
        /extends to the end, but b follows; bound it/,
      ],
      [
        'a list of such structs',
        () => struct('S', { a: list(Placed, 2) }),
        'S.a',
        /never a second one; give them a size/,
      ],
      [
        'looking ahead at one',
        () => struct('S', { a: lookahead(Placed), b: Placed }),
        'S.a',
        /cannot be tried ahead/,
      ],
      ['gaps() twice', () => struct('S', { a: gaps(), b: gaps() }), 'S.b', /a second gaps\(\)/],
      [
        'gaps() in front',
        () => struct('S', { a: gaps(), b: at(1, u8) }),
        'S.a',
        /gaps\(\) has fields after it/,
      ],
      ['two tails', () => struct('S', { a: tail(u8), b: tail(u8) }), 'S.b', /a second tail\(\)/],
      [
        'a tail of any size',
        () => struct('S', { a: tail(bytes(toEnd)) }),
        'S.a',
        /any size, but must be searched for/,
      ],
      ['a tail of no size', () => struct('S', { a: tail(bytes(0)) }), 'S.a', /may take no bytes/],
      [
        'a field to the end beside one at an offset',
        () => struct('S', { o: u8, x: at(u8), b: bytes(toEnd) }).where(($) => [$.x.at($.o)]),
        'S.b',
        /extends to the end, but x lies elsewhere in the region/,
      ],
      [
        'atEach() without a list',
        () => struct('S', { a: atEach(u8) }),
        'S.a',
        /has no list of offsets; write/,
      ],
      [
        'atEach() of what is not a list',
        () => struct('S', { n: u8, a: atEach(u8) }).where(($) => [$.a.atEach($.n, () => ({ offset: $.n }))]),
        'S.a',
        /placed by n, which is not a list; use a list of the same struct/,
      ],
      [
        'one offset for all elements',
        () =>
          struct('S', { n: list(u8, 2), a: atEach(u8) }).where(($) => [
            $.a.atEach($.n, () => ({ offset: byteLength($.n) })),
          ]),
        'S.a',
        /all nodes at the same offset/,
      ],
      [
        'a condition for what is not optional',
        () =>
          struct('S', { n: list(u8, 2), a: atEach(u8) }).where(($) => [
            $.a.atEach($.n, ($n) => ({ offset: $n, when: $n.ne(0) })),
          ]),
        'S.a',
        /write atEach\(optional\(…\)\)/,
      ],
      [
        'an offset that the element does not keep',
        () =>
          struct('S', {
            n: list(
              struct('E', { at: derived(u8), b: bytes(prefix(u8)) }).where(($) => [$.at.is(byteLength($.b))]),
              2,
            ),
            a: atEach(u8),
          }).where(($) => [$.a.atEach($.n, ($n) => ({ offset: $n.at }))]),
        'S.a',
        /the element's at is not in the value/,
      ],
      [
        'the offset of a field that has one',
        () =>
          struct('S', { o: derived(u8), p: u8, a: at(u8) }).where(($) => [
            $.o.is(offsetOf($.a)),
            $.a.at($.p),
          ]),
        'S.o',
        /a has an offset given by the value/,
      ],
    ];
  test.each(cases)('%s', (_, schema, path, why) => {
    const [where, message] = refusal(schema());
    expect(where).toBe(path);
    expect(message).toMatch(why);
  });
});
