import type { Expr, Node } from '@bytewright/schema-dsl';
import {
  at,
  bool,
  byteLength,
  bytes,
  constant,
  count,
  crc32,
  derived,
  irOf,
  list,
  on,
  optional,
  parameter,
  prefix,
  present,
  span,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  u32be,
  union,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from '../interpreter/support.js';
import { refusalOf } from '../refusal.js';

type Length = Expr<number>;

/** One byte that is derived from the length of what follows. */
const measured = (formula: (length: Length) => Length) =>
  struct('Measured', { n: derived(u8), data: bytes() }).where(($) => [$.n.is(formula(byteLength($.data)))]);

describe('solves an equation for the length on either side of an operator', () => {
  test.each([
    ['n = length + 3', (length: Length) => length.plus(3), 0x05],
    ['n = 3 + length', (length: Length) => constant(3).plus(length), 0x05],
    ['n = length - 1', (length: Length) => length.minus(1), 0x01],
    ['n = 9 - length', (length: Length) => constant(9).minus(length), 0x07],
    ['n = length × 4', (length: Length) => length.times(4), 0x08],
    ['n = 4 × length', (length: Length) => constant(4).times(length), 0x08],
    ['n = length / 2', (length: Length) => length.div(2), 0x01],
    [
      'n = 20 - (2 × length + 4) / 2',
      (length: Length) => constant(20).minus(length.times(2).plus(4).div(2)),
      16,
    ],
  ])('%s', (_, formula, n) => {
    const S = measured(formula);
    expectBothWays(S, `${n.toString(16).padStart(2, '0')} cafe`, { data: hex('cafe') });
    // one byte is missing
    expect(decodeErrorOf(S, Uint8Array.of(n, 0xca))).toMatchObject({
      code: 'unexpected-end',
      path: 'data',
      expected: '2 bytes',
      found: '1 byte',
    });
  });
});

describe('reports unsolvable equations with a fix', () => {
  const choice = union({ a: on(1, u8), b: on(2, u16be) });
  const notDerived =
    '.is() determines a derived field; write derived(…) in the field list, or use check(… .eq(…))';
  type Refused = readonly [
    what: string,
    code: string,
    schema: () => Node<unknown>,
    path: string,
    why: string,
  ];
  const cases: readonly Refused[] = [
    [
      'a length that divides',
      'unsolvable-relation',
      () => measured((length) => constant(12).div(length)),
      'Measured.n',
      '12 ÷ byteLength(data) cannot be solved for byteLength(data); use it once, inside plus, minus, times and div only',
    ],
    [
      'a length that is said twice',
      'unsolvable-relation',
      () => measured((length) => length.plus(length)),
      'Measured.n',
      'byteLength(data) + byteLength(data) cannot be solved for byteLength(data); use it once, inside plus, minus, times and div only',
    ],
    [
      'a length under another operator',
      'unsolvable-relation',
      () => measured((length) => length.gt(2).choose(1, 0)),
      'Measured.n',
      '(byteLength(data) > 2) ? 1 : 0 cannot be solved for byteLength(data); use it once, inside plus, minus, times and div only',
    ],
    [
      'a tag with something around it',
      'unsolvable-relation',
      () => struct('S', { n: derived(u8), body: choice }).where(($) => [$.n.is(tagOf($.body).plus(1))]),
      'S.n',
      'cannot be solved for tagOf(body); make it the entire right side',
    ],
    [
      'a presence with something around it',
      'unsolvable-relation',
      () =>
        struct('S', { n: derived(u8), note: optional(u8) }).where(($) => [
          $.n.is(present($.note).choose(1, 0)),
        ]),
      'S.n',
      'cannot be solved for present(note); make it the entire right side',
    ],
    [
      'a field that is not a derived one',
      'not-derived',
      () => struct('S', { n: u8, m: u8 }).where(($) => [$.n.is($.m)]),
      'S.n',
      notDerived,
    ],
    [
      'a field of a nested struct',
      'misplaced-relation',
      () => struct('S', { inner: struct('In', { n: u8 }), m: u8 }).where(($) => [$.inner.$.n.is($.m)]),
      'S.inner.n',
      '.is() determines a derived field of S itself, but this one is inside inner; keep it in the value, not derived(), and state what it equals: check($.inner.$.n.eq(…))',
    ],
    [
      'what is not a field',
      'not-derived',
      () => struct('S', { n: derived(u8), m: u8 }).where(($) => [$.m.plus(1).is($.n)]),
      'S',
      '.is() determines a derived field of the struct itself; write $.field.is(…), or state a condition: check(… .eq(…))',
    ],
    [
      'a derived field that may be absent',
      'optional-derived',
      () =>
        struct('S', { n: derived(optional(u8)), m: u8 }).where(($) => [
          ($.n as Expr<unknown> as Length).is($.m),
        ]),
      'S.n',
      'a derived field that may be absent determines nothing when it is; put it and what it measures into a struct, and make that optional',
    ],
    [
      'a derived field at an offset that may be absent',
      'optional-derived',
      () =>
        struct('S', { n: derived(at(4, optional(u8))), m: u8 }).where(($) => [
          ($.n as Expr<unknown> as Length).is($.m),
        ]),
      'S.n',
      'a derived field that may be absent determines nothing when it is; put it and what it measures into a struct, and make that optional',
    ],
    [
      'two lengths for one field',
      'conflicting-relations',
      () =>
        struct('S', { n: derived(u8), m: derived(u8), data: bytes() }).where(($) => [
          $.n.is(byteLength($.data)),
          $.m.is(byteLength($.data)),
          $.data.presentWhen($.n.eq(1)),
          $.data.presentWhen($.m.eq(1)),
        ]),
      'S.data',
      'two relations decide its when; keep one',
    ],
    [
      'two checksums in one field',
      'conflicting-relations',
      () =>
        struct('S', { a: u8, sum: derived(u32be) }).where(($) => [
          $.sum.is(crc32(span($.a, $.a))),
          $.sum.is(crc32(span($.a, $.a))),
        ]),
      'S.sum',
      'a checksum and another relation determine it; keep one',
    ],
    [
      'a checksum in a field that is something already',
      'conflicting-relations',
      () =>
        struct('S', { a: u8, sum: derived(u32be) }).where(($) => [
          $.sum.is($.a),
          $.sum.is(crc32(span($.a, $.a))),
        ]),
      'S.sum',
      'a checksum and another relation determine it; keep one',
    ],
    [
      'something in a field that is a checksum already',
      'conflicting-relations',
      () =>
        struct('S', { a: u8, sum: derived(u32be) }).where(($) => [
          $.sum.is(crc32(span($.a, $.a))),
          $.sum.is($.a),
        ]),
      'S.sum',
      'a checksum and another relation determine it; keep one',
    ],
  ];
  test.each(cases)('%s', (_, code, schema, path, why) => {
    expect(refusalOf(schema())).toMatchObject({ code, path, message: `${path}: ${why}` });
  });
});

describe('an equation that is not solved becomes a check', () => {
  const Text = struct('Text', { text: string(prefix(u8), 'ascii') });

  test('if encode has its own formula', () => {
    const S = struct('S', { isLong: derived(u8), body: Text }).where(($) => [
      $.isLong.is(byteLength($.body).gt(2).choose(1, 0), { encode: byteLength($.body).le(2).choose(0, 1) }),
    ]);
    expectBothWays(S, '01 02 6869', { body: { text: 'hi' } });
    expect(decodeErrorOf(S, hex('00 02 6869'))).toMatchObject({
      code: 'mismatch',
      path: 'isLong',
      expected: '((byteLength(body) > 2) ? 1 : 0) = 1',
    });
  });

  test('together with that formula, even if the equation is solved', () => {
    const S = struct('S', { n: derived(u8), data: bytes() }).where(($) => [
      $.n.is(byteLength($.data).plus(1), { encode: byteLength($.data).plus(2) }),
    ]);
    expect(encodeErrorOf(S, { data: hex('ff') })).toMatchObject({ code: 'wrong-length', path: 'data' });
    expect(decodeErrorOf(S, hex('02 ff'))).toMatchObject({
      code: 'mismatch',
      path: 'n',
      expected: 'byteLength(data) + 2 = 3',
    });
  });

  test('if it is the second equation of a field', () => {
    const S = struct('S', { n: derived(u8), data: bytes(), k: u8 }).where(($) => [
      $.n.is(byteLength($.data)),
      $.n.is($.k.minus(1)),
    ]);
    expectBothWays(S, '02 cafe 03', { data: hex('cafe'), k: 3 });
    expect(encodeErrorOf(S, { data: hex('cafe'), k: 4 })).toMatchObject({
      code: 'mismatch',
      path: 'n',
      expected: 'k - 1 = 3',
      found: '2',
    });
    expect(decodeErrorOf(S, hex('02 cafe 04'))).toMatchObject({ code: 'mismatch', offset: 0, path: 'n' });
  });

  test('if the field that it was solved for may be absent', () => {
    const S = struct('S', { has: u8, n: derived(u8), note: optional(bytes()) }).where(($) => [
      $.note.presentWhen($.has.eq(1)),
      $.n.is(byteLength($.note)),
    ]);
    expectBothWays(S, '01 02 cafe', { has: 1, note: hex('cafe') });
    expectBothWays(S, '00 00', { has: 0, note: undefined });
    expect(decodeErrorOf(S, hex('00 02'))).toMatchObject({
      code: 'mismatch',
      offset: 1,
      path: 'n',
      expected: 'byteLength(note) = 0',
      found: '2',
    });
  });

  test('if that field is also positioned', () => {
    const S = struct('S', { has: u8, n: derived(u8), note: at(2, optional(bytes())) }).where(($) => [
      $.note.presentWhen($.has.eq(1)),
      $.n.is(byteLength($.note)),
    ]);
    expectBothWays(S, '01 02 cafe', { has: 1, note: hex('cafe') });
    expectBothWays(S, '00 00', { has: 0, note: undefined });
    expect(decodeErrorOf(S, hex('00 02'))).toMatchObject({
      code: 'mismatch',
      path: 'n',
      expected: 'byteLength(note) = 0',
    });
  });
});

describe('does not check a solved equation again', () => {
  test('for a length, a count, a presence and a tag', () => {
    const checksOf = (schema: Node<unknown>): unknown => irOf(schema).structs.S?.checks;
    const choice = union({ a: on(1, u8), b: on(2, u16be) });
    for (const schema of [
      struct('S', { n: derived(u8), v: bytes() }).where(($) => [$.n.is(byteLength($.v))]),
      struct('S', { n: derived(u8), v: list(u8) }).where(($) => [$.n.is(count($.v))]),
      struct('S', { n: derived(u8), v: choice }).where(($) => [$.n.is(tagOf($.v))]),
      struct('S', { n: derived(bool), v: optional(u8) }).where(($) => [$.n.is(present($.v))]),
    ])
      expect(checksOf(schema)).toEqual([]);
  });
});

test('solves dependent equations in any order', () => {
  const S = struct('S', {
    all: derived(u8),
    two: derived(u8),
    one: derived(u8),
    c: bytes(),
    b: bytes(),
    a: bytes(),
  }).where(($) => [
    $.all.is(byteLength($.a).plus(byteLength($.b))),
    $.two.is(byteLength($.b).plus(byteLength($.c))),
    $.one.is(byteLength($.c)),
  ]);
  expectBothWays(S, '05 03 01 c1 b1b2 a1a2a3', { a: hex('a1a2a3'), b: hex('b1b2'), c: hex('c1') });
});

describe('a derived field', () => {
  test('may be documented', () => {
    const S = struct('S', { n: derived(u8).doc('How many.'), data: bytes() }).where(($) => [
      $.n.is(byteLength($.data)),
    ]);
    expectBothWays(S, '01 ff', { data: hex('ff') });
  });

  test('may have its own parameter binding', () => {
    const unused = parameter('unused', u8);
    const S = struct('S', { n: derived(u8).with(unused.of(1)), data: bytes() }).where(($) => [
      $.n.is(byteLength($.data)),
    ]);
    expectBothWays(S, '01 ff', { data: hex('ff') });
  });
});
