import type { Node } from '@bytewright/schema-dsl';
import {
  at,
  bool,
  byteLength,
  bytes,
  count,
  custom,
  derived,
  enumeration,
  external,
  f32be,
  flags,
  list,
  literal,
  lookahead,
  optional,
  parameter,
  present,
  since,
  string,
  struct,
  u8,
  u16be,
  ubits,
  uleb128,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { encodeErrorOf, expectBothWays } from './support.js';

// An error has an offset once bytes are written. None of these has one: nothing is computed from an unchecked value.
describe('checks the type of every operand before anything is written', () => {
  const wide = custom(
    external(
      { module: './wide.js', export: 'wide' },
      {
        read: ([byte]: Uint8Array) => ({ value: byte ?? 0, byteLength: 1 }),
        write: (value: number) => Uint8Array.of(value),
      },
    ),
    { min: 1, max: 1, type: 'number' },
  );
  const cases: readonly (readonly [what: string, schema: Node<unknown>, bad: unknown, expected: string])[] = [
    [
      'a text',
      struct('S', { n: derived(u8), v: string(2, 'ascii') }).where(($) => [$.n.is($.v.size())]),
      5,
      'a string',
    ],
    [
      'bytes',
      struct('S', { n: derived(u8), v: bytes(2) }).where(($) => [$.n.is(count($.v))]),
      'ab',
      'a Uint8Array',
    ],
    [
      'a list of numbers',
      struct('S', { n: derived(u8), v: list(u16be, 3) }).where(($) => [$.n.is(count($.v))]),
      [1, 2, 3],
      'a Uint16Array',
    ],
    [
      'a list of structs',
      struct('S', { n: derived(u8), v: list(struct('E', { x: u8 }), 3) }).where(($) => [$.n.is(count($.v))]),
      'abc',
      'an array',
    ],
    [
      'whether something lies ahead',
      struct('S', { n: derived(u8), v: lookahead(literal(u8, 1)), x: u8 }).where(($) => [
        $.n.is($.v.choose(1, 2)),
      ]),
      1,
      'a boolean',
    ],
    [
      'what a codec by hand says that it is',
      struct('S', { n: derived(u8), v: wide }).where(($) => [$.n.is($.v.plus(1))]),
      '7',
      'a number',
    ],
    [
      'a boolean',
      struct('S', { n: derived(u8), v: bool }).where(($) => [$.n.is($.v.choose(1, 2))]),
      1,
      'a boolean',
    ],
    [
      'a name',
      struct('S', { n: derived(u8), v: enumeration(u8, { red: 1 }) }).where(($) => [
        $.n.is($.v.eq('red').choose(1, 2)),
      ]),
      'green',
      'one of red (1)',
    ],
    [
      'a set of flags',
      struct('S', { n: derived(u8), v: flags(u8, { odd: 1 }) }).where(($) => [
        $.n.is($.v.$.odd.choose(1, 2)),
      ]),
      7,
      'an object',
    ],
    [
      'bits',
      struct('S', { n: derived(u8), v: ubits(4), w: ubits(4) }).where(($) => [$.n.is($.v.plus(1))]),
      'x',
      'ubits(4), an integer',
    ],
    [
      'a floating-point number',
      struct('S', { n: derived(u8), v: f32be }).where(($) => [$.n.is($.v.gt(0.5).choose(2, 1))]),
      0.1,
      'f32be, a number that 32 bits hold exactly',
    ],
  ];
  test.each(cases)('%s', (_, schema, bad, expected) => {
    expect(encodeErrorOf(schema, { v: bad, w: 1, x: 1 })).toEqual({
      code: expect.any(String),
      path: 'v',
      expected,
      found: expect.any(String),
    });
  });
});

describe('an operand that may be absent', () => {
  const S = struct('S', { has: u8, n: derived(u8), v: optional(string(1, 'ascii')) }).where(($) => [
    $.v.presentWhen($.has.eq(1)),
    $.n.is(
      present($.v)
        .and($.v.eq('a' as never))
        .choose(1, 0),
    ),
  ]);

  test('is checked if it is present', () => {
    expectBothWays(S, '01 01 61', { has: 1, v: 'a' });
    expectBothWays(S, '01 00 62', { has: 1, v: 'b' });
    expect(encodeErrorOf(S, { has: 1, v: 7 })).toEqual({
      code: 'wrong-type',
      path: 'v',
      expected: 'a string',
      found: '7',
    });
  });

  test('may be absent', () => expectBothWays(S, '00 00', { has: 0, v: undefined }));
});

test('checks a positioned operand without a fixed size before computing a size from it', () => {
  const version = parameter('version', uleb128(14));
  const Mark = struct('Mark', { mark: derived(since(version, 2, literal(u8, 0x7e))), end: u8 });
  const S = struct('S', {
    size: derived(uleb128(14)),
    offset: u8,
    version: at(uleb128(14)),
    mark: at(Mark),
  }).where(($) => [
    $.size.is(byteLength($.mark)),
    $.version.at($.offset),
    $.mark.at($.offset.plus(1)),
    $.mark.with(version.of($.version)),
  ]);
  expectBothWays(S, '02 02 02 7e 05', { offset: 2, version: 2, mark: { end: 5 } });
  expectBothWays(S, '01 02 01 05', { offset: 2, version: 1, mark: { end: 5 } });
  expect(encodeErrorOf(S, { offset: 2, version: Symbol('2'), mark: { end: 5 } })).toEqual({
    code: 'wrong-type',
    path: 'version',
    expected: 'uleb128(14), an integer',
    found: 'a symbol',
  });
});
