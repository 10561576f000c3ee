import {
  bool,
  byteLength,
  bytes,
  check,
  constant,
  derived,
  list,
  literal,
  on,
  optional,
  prefix,
  present,
  sized,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32le,
  u64be,
  union,
} from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser, toBinaryParser } from '../../src/binary-parser/index.js';
import { expectAgreement, hex, itAgrees } from './agreement.js';

const byte = fc.nat(255);

describe('structs', () => {
  const Inner = struct('Inner', { magic: literal(u8, 1), a: u8 });
  const Middle = struct('Middle', { left: Inner, right: Inner });
  const Outer = struct('Outer', { before: u8, middle: Middle, all: list(Middle, prefix(u8)) });
  const inner = fc.record({ a: byte });
  const middle = fc.record({ left: inner, right: inner });
  itAgrees('nested, and used several times', Outer, {
    examples: [
      [
        '09 01 02 01 03 01 01 04 01 05',
        {
          before: 9,
          middle: { left: { a: 2 }, right: { a: 3 } },
          all: [{ left: { a: 4 }, right: { a: 5 } }],
        },
      ],
    ],
    values: fc.record({ before: byte, middle, all: fc.array(middle, { maxLength: 3 }) }),
  });
  itAgrees('without fields', struct('Empty', {}), { examples: [['', {}]], values: fc.constant({}) });

  const Reserved = struct('Reserved', {
    offset: u8,
    buffer: u8,
    vars: u8,
    delete: u8,
    dataView: u8,
    imports: u8,
  });
  itAgrees('with names that the generated code uses itself', Reserved, {
    examples: [['01 02 03 04 05 06', { offset: 1, buffer: 2, vars: 3, delete: 4, dataView: 5, imports: 6 }]],
    values: fc.record({
      offset: byte,
      buffer: byte,
      vars: byte,
      delete: byte,
      dataView: byte,
      imports: byte,
    }),
  });
});

describe('optionals', () => {
  const Note = struct('Note', {
    flags: u8,
    hasText: derived(bool),
    text: optional(string(prefix(u8), 'ascii')),
    extra: optional(u16be),
  }).where(($) => [$.hasText.is(present($.text)), $.extra.presentWhen($.flags.ge(128).and($.flags.ne(255)))]);
  itAgrees('by a field, and by a derived flag', Note, {
    examples: [
      ['00 00', { flags: 0, text: undefined, extra: undefined }],
      ['80 01 01 61 00 07', { flags: 128, text: 'a', extra: 7 }],
      ['ff 00', { flags: 255, text: undefined, extra: undefined }],
    ],
    values: fc
      .record({
        flags: byte,
        text: fc.option(fc.string({ unit: 'binary-ascii', maxLength: 5 }), { nil: undefined }),
        extra: fc.nat(0xffff),
      })
      .map((v) => ({ ...v, extra: v.flags >= 128 && v.flags !== 255 ? v.extra : undefined })),
  });

  const Head = struct('Head', { kind: u8, secret: literal(u8, 5) });
  const Tail = struct('Tail', { head: Head, more: optional(bytes(2)), seen: optional(u8) }).where(($) => [
    $.more.presentWhen($.head.$.kind.eq(1)),
    $.seen.presentWhen(present($.more)),
  ]);
  itAgrees('by a field of a nested struct, and by the presence of another', Tail, {
    examples: [
      ['01 05 0a 0b 0c', { head: { kind: 1 }, more: hex('0a0b'), seen: 12 }],
      ['02 05', { head: { kind: 2 }, more: undefined, seen: undefined }],
    ],
    values: fc.boolean().map((is) => ({
      head: { kind: is ? 1 : 2 },
      more: is ? hex('0102') : undefined,
      seen: is ? 3 : undefined,
    })),
  });
});

describe('optionals without a struct around', () => {
  for (const [is, digits, value] of [
    [true, '07', 7],
    [false, '', undefined],
  ] as const) {
    it(`${is ? 'present' : 'absent'}`, () => {
      const parser = toBinaryParser(optional(u8, constant(is).eq(true)));
      expect(parser.parse(hex(digits))).toStrictEqual({ value, consumed: hex(digits).length });
    });
  }
});

describe('unions', () => {
  const Numbers = struct('Numbers', { all: list(u16be, prefix(u8)) });
  const Text = struct('Text', { text: string(prefix(u8), 'ascii') });
  const numbers = fc.record({ all: fc.uint16Array({ maxLength: 4 }) });
  const text = fc.record({ text: fc.string({ unit: 'binary-ascii', maxLength: 4 }) });

  const ByNumber = struct('ByNumber', {
    kind: u8,
    body: union({ numbers: on(6, Numbers), text: on(0, Text) }, { tag: 'is', value: 'of' }),
  }).where(($) => [$.body.tag($.kind)]);
  itAgrees('by a number', ByNumber, {
    examples: [
      ['06 01 00 07', { kind: 6, body: { is: 'numbers', of: { all: Uint16Array.of(7) } } }],
      ['00 01 61', { kind: 0, body: { is: 'text', of: { text: 'a' } } }],
    ],
    values: fc.oneof(
      numbers.map((of) => ({ kind: 6, body: { is: 'numbers' as const, of } })),
      text.map((of) => ({ kind: 0, body: { is: 'text' as const, of } })),
    ),
  });
  it('by a number: refuses an unknown tag', () => {
    expect(() => parseWithBinaryParser(ByNumber, hex('07 00'))).toThrow('ByNumber.body: no arm for 7');
  });

  const ByFraction = struct('ByFraction', {
    kind: u8,
    body: union({ half: on(0.5, u8), whole: on(1, u16be) }),
  }).where(($) => [$.body.tag($.kind)]);
  itAgrees('by numbers that are not integers', ByFraction, {
    examples: [['01 00 02', { kind: 1, body: { type: 'whole', value: 2 } }]],
    values: byte.map((value) => ({ kind: 1, body: { type: 'whole' as const, value } })),
  });

  const ByString = struct('ByString', {
    kind: string(4, 'ascii'),
    body: union({ TEXT: Text, NUMS: Numbers }, { otherwise: bytes(prefix(u8)), raw: 'payload' }),
  })
    .where(($) => [$.body.tag($.kind)])
    .flat('body');
  itAgrees('by a string, with a raw arm, flat', ByString, {
    examples: [
      ['54455854 01 61', { kind: 'TEXT', type: 'TEXT', value: { text: 'a' } }],
      ['4e554d53 00', { kind: 'NUMS', type: 'NUMS', value: { all: new Uint16Array(0) } }],
      ['3f3f3f3f 01 09', { kind: '????', type: undefined, payload: hex('09') }],
    ],
    values: fc.oneof(
      text.map((value) => ({ kind: 'TEXT', type: 'TEXT' as const, value })),
      numbers.map((value) => ({ kind: 'NUMS', type: 'NUMS' as const, value })),
      fc.uint8Array({ maxLength: 4 }).map((payload) => ({ kind: 'none', type: undefined, payload })),
    ),
  });

  const ByBigint = struct('ByBigint', {
    id: u64be,
    length: derived(u8),
    body: union({ big: on(0xffffffffffffffffn, Text), small: on(1n, Numbers) }),
  }).where(($) => [$.body.tag($.id), $.length.is(byteLength($.body))]);
  itAgrees('by a bigint, in a region', ByBigint, {
    examples: [
      ['ffffffffffffffff 02 01 61', { id: 2n ** 64n - 1n, body: { type: 'big', value: { text: 'a' } } }],
      ['0000000000000001 01 00', { id: 1n, body: { type: 'small', value: { all: new Uint16Array(0) } } }],
    ],
    values: fc.oneof(
      text.map((value) => ({ id: 2n ** 64n - 1n, body: { type: 'big' as const, value } })),
      numbers.map((value) => ({ id: 1n, body: { type: 'small' as const, value } })),
    ),
  });

  const Kept = struct('Kept', {
    type: derived(string(prefix(u8), 'ascii')),
    body: union({ a: u8, b: u16be }, { otherwise: bytes(1), rawTag: 'name' }),
  })
    .where(($) => [$.type.is(tagOf($.body))])
    .flat('body');
  itAgrees('whose raw arm keeps the tag, flat; a member has the name of the hidden tag', Kept, {
    examples: [
      ['01 61 07', { type: 'a', value: 7 }],
      ['02 7a7a 07', { type: undefined, name: 'zz', value: hex('07') }],
    ],
    values: fc.oneof(
      byte.map((value) => ({ type: 'a' as const, value })),
      fc.constant({ type: undefined, name: 'other', value: hex('01') }),
    ),
  });
  const Checked = struct('Checked', {
    type: u8,
    body: optional(sized(prefix(u8), union({ one: on(1, u8), two: on(2, u16be) }))),
    twice: derived(u64be),
  }).where(($) => [
    $.body.presentWhen($.type.gt(0)),
    $.body.tag($.type),
    check(present($.body).not().or(tagOf($.body).le(2)), 'a body of a known kind'),
    $.twice.is($.type.times(2)),
  ]);
  itAgrees('whose tag a condition speaks of', Checked, {
    examples: [
      ['00 0000000000000000', { type: 0, body: undefined }],
      ['01 01 07 0000000000000002', { type: 1, body: { type: 'one', value: 7 } }],
    ],
    values: fc.constant({ type: 2, body: { type: 'two' as const, value: 7 } }),
  });
  itAgrees('of nothing but a raw arm', union({}, { otherwise: u8, raw: 'rest' }), {
    examples: [['07', { type: undefined, rest: 7 }]],
    values: byte.map((rest) => ({ type: undefined, rest })),
  });
});

describe('regions', () => {
  const Box = struct('Box', { inside: sized(prefix(u8), list(u16be, toEnd)), after: u8 });
  itAgrees('after a prefix', Box, {
    examples: [
      ['04 00 01 00 02 09', { inside: Uint16Array.of(1, 2), after: 9 }],
      ['00 09', { inside: new Uint16Array(0), after: 9 }],
    ],
    values: fc.record({ inside: fc.uint16Array({ maxLength: 5 }), after: byte }),
  });
  it('must be filled, and must not be overrun', () => {
    const Two = sized(3, struct('Pair', { a: u8, b: u8 }));
    expect(() => parseWithBinaryParser(Two, hex('01 02 03'))).toThrow('root: fills 2 of 3 bytes');
    expect(() => parseWithBinaryParser(sized(1, u16be), hex('01 02'))).toThrow(RangeError);
    expect(() => parseWithBinaryParser(Box, hex('03 00 01 00 09'))).toThrow(RangeError);
  });

  const Deep = struct('Deep', {
    outer: sized(
      prefix(u16be),
      struct('Layer', { head: u8, inner: sized(prefix(u8), bytes(toEnd)), rest: bytes(toEnd), sum: u8 }),
    ),
    last: u32le,
  });
  itAgrees('one in another', Deep, {
    examples: [
      [
        '00 06 07 02 0a 0b 0c 0d 01 00 00 00',
        { outer: { head: 7, inner: hex('0a0b'), rest: hex('0c'), sum: 13 }, last: 1 },
      ],
    ],
    values: fc.record({
      outer: fc.record({
        head: byte,
        inner: fc.uint8Array({ maxLength: 5 }),
        rest: fc.uint8Array({ maxLength: 5 }),
        sum: byte,
      }),
      last: fc.nat(),
    }),
  });

  const Chunk = struct('Chunk', {
    length: derived(u8),
    head: u8,
    body: struct('Body', { a: u8, rest: bytes(toEnd) }),
  }).where(($) => [$.length.is(byteLength($.body))]);
  itAgrees('made by a length', list(Chunk, prefix(u8)), {
    examples: [['01 02 09 01 0a', [{ head: 9, body: { a: 1, rest: hex('0a') } }]]],
    values: fc.array(
      fc.record({ head: byte, body: fc.record({ a: byte, rest: fc.uint8Array({ maxLength: 4 }) }) }),
      { maxLength: 4 },
    ),
  });
});

describe('checks', () => {
  const Checked = struct('Checked', {
    name: string(prefix(u8), 'ascii'),
    body: union({ a: u8, b: u16be }),
    kind: literal(u8, 1),
    items: list(bytes(prefix(u8)), prefix(u8)),
    total: derived(u16be),
  }).where(($) => [
    $.body.tag($.name.afterLast('/')),
    check($.name.matches(/^[a-z/]*$/), 'lower case'),
    check($.name.size().le(4)),
    check(byteLength($.items).le(6), 'short items'),
    check($.kind.eq(1)),
    $.total.is(byteLength($.items).plus(byteLength($.name))),
  ]);
  itAgrees('on values, tags and lengths', Checked, {
    examples: [
      ['01 61 05 01 01 01 0a 00 05', { name: 'a', body: { type: 'a', value: 5 }, items: [hex('0a')] }],
      ['03 782f62 0005 01 00 00 05', { name: 'x/b', body: { type: 'b', value: 5 }, items: [] }],
    ],
    values: fc.record({
      name: fc.constantFrom('a', 'x/a', 'x/x/a'.slice(2)),
      body: byte.map((value) => ({ type: 'a' as const, value })),
      items: fc.array(fc.uint8Array({ maxLength: 1 }), { maxLength: 2 }),
    }),
  });
  it('are made where the interpreter makes them', () => {
    expect(() => parseWithBinaryParser(Checked, hex('01 41'))).toThrow(
      'Checked.name: does not hold: lower case',
    );
    expect(() => parseWithBinaryParser(Checked, hex('01 61 05 01 01 06 000000000000 00 0a'))).toThrow(
      'Checked.items: does not hold: short items',
    );
    expect(expectAgreement(Checked, hex('01 61 05 01 01 01 0a 00 06'))).toBe(false);
  });
});
