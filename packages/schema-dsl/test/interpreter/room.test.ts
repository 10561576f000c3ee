import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  atEnd,
  bytes,
  derived,
  endianness,
  irOf,
  list,
  literal,
  on,
  optional,
  padded,
  padding,
  prefix,
  presence,
  SchemaError,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16,
  u16be,
  u16le,
  u32le,
  union,
} from '../../src/index.js';
import { decodeErrorOf, expectBothWays, hex } from './support.js';

// RFC 1952: a gzip member ends with CRC32 and ISIZE
const Trailer = struct('Trailer', { crc32: u32le, size: u32le });
const Member = struct('Member', { magic: literal(bytes(), '1f8b'), data: bytes(toEnd), trailer: Trailer });

describe('a field that extends to the end leaves room for what follows', () => {
  test('a struct', () => {
    expectBothWays(Member, '1f8b 0300 00000000 00000000', {
      data: hex('0300'), // an empty deflate stream
      trailer: { crc32: 0, size: 0 },
    });
    expect(decodeErrorOf(Member, hex('1f8b 00000000 000000'))).toMatchObject({
      code: 'unexpected-end',
      offset: 2,
      path: 'data',
      expected: '8 bytes',
    });
  });

  test('even if it may be absent, or has parameters', () => {
    const Data = struct('Data', { kind: u8, data: optional(bytes(toEnd)), crc: u16be }).where(($) => [
      $.data.presentWhen($.kind.eq(1)),
    ]);
    expectBothWays(Data, '01 0a0b0c 0007', { kind: 1, data: hex('0a0b0c'), crc: 7 });
    expectBothWays(Data, '02 0007', { kind: 2, data: undefined, crc: 7 });
    const Words = struct('Words', { words: list(u16, toEnd).with(endianness.of('little')), crc: u16be });
    expectBothWays(Words, '0500 0007', { words: Uint16Array.of(5), crc: 7 });
  });

  test('for all kinds of fixed-size fields', () => {
    const Tail = struct('Tail', {
      words: list(u16be, toEnd),
      kind: u8,
      body: union({ a: on(1, u16be), b: on(2, struct('Two', { x: u8, y: u8 })) }),
      region: sized(prefix(u8), u16be),
      pairs: list(Trailer, 0),
      name: string(padded(3), 'ascii'),
      gap: padding(1),
      end: atEnd,
    }).where(($) => [$.body.tag($.kind)]);
    expectBothWays(Tail, '0007 0008  02 0304  02 0005  616200  00', {
      words: Uint16Array.of(7, 8),
      kind: 2,
      body: { type: 'b', value: { x: 3, y: 4 } },
      region: 5,
      pairs: [],
      name: 'ab',
    });
  });

  test('even if the struct that follows is defined later, and contains the first one', () => {
    const Node = struct('Node', {
      get inner() {
        return sized(prefix(u8), list(Node, toEnd));
      },
      rest: sized(prefix(u8), struct('Rest', { data: bytes(toEnd), mark: struct('Mark', { a: u16le }) })),
    });
    expectBothWays(Node, '00 03 05 0100', { inner: [], rest: { data: hex('05'), mark: { a: 1 } } });
  });

  const cases: readonly (readonly [string, Node<unknown>, RegExp])[] = [
    ['text', struct('S', { a: bytes(toEnd), b: string(prefix(u8)) }), /b follows and has no fixed size/],
    [
      'a struct with text',
      struct('S', { a: bytes(toEnd), b: struct('T', { t: string(prefix(u8)) }) }),
      /b follows/,
    ],
    [
      'arms of different sizes',
      struct('S', { k: u8, a: bytes(toEnd), b: union({ x: on(1, u8), y: on(2, u16be) }) }).where(($) => [
        $.b.tag($.k),
      ]),
      /b follows/,
    ],
    ['a presence', struct('S', { a: bytes(toEnd), b: presence(literal(u8, 1)) }), /b follows/],
    [
      'what may be absent',
      struct('S', { k: derived(u8), a: bytes(toEnd), b: optional(Trailer) }).where(($) => [
        $.k.is(1),
        $.b.presentWhen($.k.eq(1)),
      ]),
      /b follows/,
    ],
  ];
  test.each(cases)('but not for %s', (_, schema, message) => {
    let error: unknown;
    try {
      irOf(schema);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ path: 'S.a', message: expect.stringMatching(message) as string });
  });
});
