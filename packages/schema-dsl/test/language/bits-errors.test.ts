import type { Node } from '@bytewright/schema-dsl';
import {
  bit,
  bits,
  byteLength,
  bytes,
  decode,
  derived,
  encode,
  enumeration,
  firstOf,
  i16be,
  ibits,
  internetChecksum,
  list,
  literal,
  lookahead,
  lsb0,
  msb0,
  offsetOf,
  on,
  optional,
  parameter,
  peek,
  prefix,
  sized,
  span,
  string,
  struct,
  u8,
  u16,
  u16be,
  ubits,
  union,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { hex } from '../interpreter/support.js';
import { refusalOf } from '../refusal.js';

type Case = readonly [what: string, schema: () => Node<unknown>, path: string, message: RegExp];

const alone = /is a bit field outside a struct; make it a field of a struct, or use bits\('Name', u8/;

const cases: readonly Case[] = [
  [
    'a run that does not fill its bytes',
    () => struct('S', { a: ubits(4), b: ubits(7), c: u8 }),
    'S.b',
    /ends a run of 11 bits, 5 short of whole bytes; pad it with literal\(ubits\(5\), 0\), or ubits\(5\)/,
  ],
  [
    'a run that does not fill its bytes at the end',
    () => struct('S', { a: u8, b: bit }),
    'S.b',
    /ends a run of 1 bit, 7 short of whole bytes/,
  ],
  [
    'a field that takes no bits between those of a run',
    () => struct('S', { a: ubits(4), isLong: lookahead(u8), b: ubits(4) }),
    'S.a',
    /move isLong, which is not a bit field, out of the run, or pad it with literal\(ubits\(4\), 0\)/,
  ],
  [
    'an optional between bit fields',
    () =>
      struct('S', { a: ubits(4), b: optional(ubits(4)), c: ubits(4) }).where(($) => [
        $.b.presentWhen($.a.eq(1)),
      ]),
    'S.a',
    /move b, which is not a bit field,/,
  ],
  [
    'two orders in one run',
    () => struct('S', { a: ubits(8), b: lsb0.ubits(8) }),
    'S.b',
    /is lsb0, but the preceding bit fields, whose bytes it shares, are msb0; use one order/,
  ],
  [
    'a word whose byte order is inherited',
    () => bits('B', u16, { a: ubits(16) }, lsb0),
    'B',
    /the word u16 inherits its byte order; use u16be or u16le/,
  ],
  [
    'no bits',
    () => struct('S', { a: ubits(0), b: u8 }),
    'S.a',
    /ubits\(0\) has an invalid width for a bit field; use 1 to 128 bits/,
  ],
  [
    'too many bits',
    () => struct('S', { a: ibits(136) }),
    'S.a',
    /ibits\(136\) has an invalid width for a bit field; use 1 to 128 bits/,
  ],
  ['half a bit', () => struct('S', { a: ubits(7.5), b: ubits(8.5) }), 'S.a', /ubits\(7\.5\)/],
  [
    'a field that is wider than its word',
    () => bits('W', u8, { a: ubits(9) }, msb0),
    'W.a',
    /takes 9 bits, more than the word u8 has/,
  ],
  [
    'fields that leave a part of the word',
    () => bits('W', u16be, { a: ubits(9), b: ubits(4) }, msb0),
    'W',
    /its fields take 13 bits of the 16 of u16be; pad it with literal\(ubits\(3\), 0\), or ubits\(3\)/,
  ],
  [
    'more fields than the word has bits',
    () => bits('W', u8, { a: ubits(5), b: ubits(4) }, msb0),
    'W',
    /its fields take 9 bits, more than the 8 of u8; use a wider word or narrower fields/,
  ],
  [
    'another order than that of the word',
    () => bits('W', u8, { a: ubits(5), b: lsb0.ubits(3) }, msb0),
    'W.b',
    /is lsb0 in a word that is msb0; use the order of the word/,
  ],
  [
    'what is not a bit field in a word',
    () => bits('W', u8, { a: u8 }, msb0),
    'W.a',
    /is not a bit field, as all fields of bits\(\) are/,
  ],
  [
    'a signed word',
    () => bits('W', i16be, { a: ubits(16) }, msb0),
    'W',
    /the word i16be is signed; use u16be/,
  ],
  [
    'a word that is not an integer',
    () => bits('W', string(1) as never, { a: ubits(8) }, msb0),
    'W',
    /the word of bits\(\) is string\(…\); use an unsigned integer with a byte order, such as u16be/,
  ],
  ['a list of bits', () => struct('S', { a: list(ubits(4), 2) }), 'S.a[]', alone],
  ['a prefix of bits', () => struct('S', { a: string(prefix(ubits(8))) }), 'S.a', alone],
  ['a peeked bit', () => struct('S', { a: peek(bit), b: u8 }), 'S.a', alone],
  ['bits looked ahead for', () => struct('S', { a: lookahead(ubits(8)), b: u8 }), 'S.a', alone],
  [
    'optional bits',
    () => struct('S', { n: u8, a: optional(ubits(8)) }).where(($) => [$.a.presentWhen($.n.eq(1))]),
    'S.a',
    alone,
  ],
  ['bits in a region', () => struct('S', { a: sized(1, ubits(8)) }), 'S.a', alone],
  ['bits as an alternative', () => struct('S', { a: firstOf({ b: ubits(8) }) }), 'S.a.b', alone],
  [
    'bits as an arm',
    () => struct('S', { n: u8, a: union({ b: on(1, ubits(8)) }) }).where(($) => [$.a.tag($.n)]),
    'S.a.b',
    alone,
  ],
  ['bits as a schema', () => ubits(8), 'root', alone],
  [
    'the bytes of a bit field',
    () => struct('S', { n: derived(u8), a: ubits(4), b: ubits(4) }).where(($) => [$.n.is(byteLength($.a))]),
    'S.a',
    /byteLength\(\) of a bit field, which shares its bytes with others; put the run into a struct/,
  ],
  [
    'the offset of a bit field',
    () => struct('S', { n: derived(u8), a: ubits(4), b: ubits(4) }).where(($) => [$.n.is(offsetOf($.b))]),
    'S.b',
    /offsetOf\(\) of a bit field/,
  ],
  [
    'a constant out of range',
    () => struct('S', { a: literal(ubits(3), 8), b: ubits(5) }),
    'S.a',
    /the constant 8 is out of range for ubits\(3\); use one from 0 to 7/,
  ],
  [
    'a negative constant',
    () => struct('S', { a: literal(ibits(3), -5), b: ubits(5) }),
    'S.a',
    /the constant -5 is out of range for ibits\(3\); use one from -4 to 3/,
  ],
  [
    'a number for a bit',
    () => struct('S', { a: literal(bit as never, 1), b: ubits(7) }),
    'S.a',
    /the constant 1 is not a bit; write true or false/,
  ],
  [
    'a number for a bigint',
    () => struct('S', { a: literal(ubits(56) as never, 1) }),
    'S.a',
    /the constant 1 is a number, but ubits\(56\) holds bigints; write 1n/,
  ],
  [
    'a name for a constant',
    () => struct('S', { a: literal(enumeration(ubits(4), { tcp: 6 }), 'tcp'), b: ubits(4) }),
    'S.a',
    /a constant bit field is given as a number, not as a name; write, for example, literal\(ubits\(4\), 6\)/,
  ],
  [
    'a member that does not fit',
    () => struct('S', { a: enumeration(ubits(4), { no: 16 }), b: ubits(4) }),
    'S.a',
    /the member no is 16, which ubits\(4\) cannot hold/,
  ],
  [
    'names for a bit',
    () => struct('S', { a: enumeration(bit as never, { no: 0 }), b: ubits(7) }),
    'S.a',
    /names the numbers of bit, which is not an integer/,
  ],
  ['an enumeration of bits by itself', () => enumeration(ubits(8), { no: 0 }), 'root', alone],
  [
    'a derived bit that nothing determines',
    () => struct('S', { a: derived(bit), b: ubits(7) }),
    'S.a',
    /derived, but nothing determines it/,
  ],
];

describe('rejects misused bit fields with their path and a fix', () => {
  test.each(cases)('%s', (_, schema, path, message) => {
    const refusal = refusalOf(schema());
    expect(refusal.path).toBe(path);
    expect(refusal.message).toMatch(message);
  });
});

describe('accepts references to the bytes of whole runs', () => {
  test('for their length', () => {
    const S = struct('S', { n: derived(u8), a: ubits(4), b: ubits(12), body: bytes() }).where(($) => [
      $.n.is(byteLength(span($.a, $.body))),
    ]);
    expect(decode(S, hex('03 12 34 56'))).toEqual({ a: 1, b: 0x234, body: hex('56') });
    expect(encode(S, { a: 1, b: 2, body: hex('') })).toEqual(hex('02 10 02'));
    const One = struct('One', { n: derived(u8), a: ubits(16) }).where(($) => [$.n.is(byteLength($.a))]);
    expect(encode(One, { a: 7 })).toEqual(hex('02 00 07'));
  });

  test('for their checksum', () => {
    const covered = (last: 'a' | 'b', first: 'a' | 'b' = 'a'): Node<unknown> =>
      struct('S', { a: ubits(4), b: ubits(12), sum: derived(u16be) }).where(($) => [
        $.sum.is(internetChecksum(span($[first], $[last]))),
      ]);
    expect(refusalOf(covered('b', 'b'))).toMatchObject({
      message: expect.stringContaining(
        'the span begins with b, which is not the first of the bit fields',
      ) as string,
    });
    // the one's complement of 0x1234
    expect(decode(covered('b'), hex('12 34 ed cb'))).toEqual({ a: 1, b: 0x234 });
    expect(refusalOf(covered('a'))).toMatchObject({
      path: 'S.sum',
      message:
        'S.sum: the span ends with a, which is not the last of the bit fields that share its bytes; include all of them, or none',
    });
  });
});

test('a parameter may have the type of a bit field', () => {
  expect(parameter('p', ubits(4), { default: 15 }).expression).toMatchObject({ type: 'number' });
  expect(parameter('p', ubits(60)).expression).toMatchObject({ type: 'bigint' });
  expect(parameter('p', bit).expression).toMatchObject({ type: 'boolean' });
  expect(() => parameter('p', ubits(4), { default: 16 })).toThrow(
    'parameter(p): expected a default that is a ubits(4), 0 to 15, found 16',
  );
});
