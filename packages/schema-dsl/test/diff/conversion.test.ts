import {
  bool,
  bytes,
  check,
  decode,
  derived,
  encode,
  enumeration,
  flags,
  list,
  on,
  openEnumeration,
  optional,
  prefix,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  u64be,
  union,
} from '@bytewright/schema-dsl';
import { ConversionError, conversion } from '@bytewright/schema-dsl/diff';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const Point1 = struct('Point', { x: u8, y: u8 });
const Point2 = struct('Point', { x: u16be, y: u16be });
const Message1 = struct('Message', {
  size: u16be,
  colour: enumeration(u8, { grey: 0, rgb: 2 }),
  points: list(Point1, prefix(u8)),
  words: list(u16be, prefix(u8)),
  old: string(prefix(u8)),
});
const Message2 = struct('Message', {
  version: u8,
  length: u32be,
  colour: openEnumeration(u8, { gray: 0, rgb: 2 }),
  points: list(Point2, prefix(u16be)),
  words: list(u16le, prefix(u8)),
  note: optional(u8),
}).where(($) => [$.note.presentWhen($.version.ge(3))]);

describe('conversion', () => {
  const upgrade = conversion(Message1, Message2, {
    renames: { 'Message.size': 'length' },
    defaults: { 'Message.version': 2 },
  });

  test('copies equal fields, renames, adds defaults, drops fields', () => {
    const before = {
      size: 7,
      colour: 'grey' as const,
      points: [{ x: 1, y: 2 }],
      words: Uint16Array.of(3, 4),
      old: 'gone',
    };
    const after = {
      version: 2,
      length: 7,
      colour: 'gray',
      points: [{ x: 1, y: 2 }],
      words: Uint16Array.of(3, 4),
      note: undefined,
    };
    expect(upgrade(before)).toStrictEqual(after);
  });

  test('makes values that can be encoded, with the right type', () => {
    fc.assert(
      fc.property(arbitrary(Message1), (value) => {
        const converted = upgrade(value);
        expect(decode(Message2, encode(Message2, converted))).toStrictEqual(converted);
        expect(converted.length).toBe(value.size);
      }),
    );
  });

  test('lists the missing options immediately', () => {
    expect(() => conversion(Message1, Message2)).toThrow(
      /Message\.version is new: provide a default\nMessage\.length is new: provide a default$/,
    );
    const Text = struct('Message', { size: string(prefix(u8)) });
    const Number_ = struct('Message', { size: u16be });
    expect(() => conversion(Number_, Text)).toThrow(
      'Message.size has a different type: provide a function in "using"',
    );
    const convert = conversion(Number_, Text, {
      using: { 'Message.size': (size) => `${String(size)} bytes` },
    });
    expect(convert({ size: 5 })).toEqual({ size: '5 bytes' });
  });

  test('converts numbers to another number type', () => {
    const A = struct('A', { wide: u16be, on: u8, kind: u8, rights: u8 });
    const B = struct('A', {
      wide: u64be,
      on: bool,
      kind: enumeration(u8, { ping: 1 }),
      rights: flags(u8, { read: 0, write: 1 }),
    });
    const convert = conversion(A, B);
    expect(convert({ wide: 5, on: 1, kind: 1, rights: 6 })).toStrictEqual({
      wide: 5n,
      on: true,
      kind: 'ping',
      rights: { read: false, write: true, unknown: 4 },
    });
    expect(() => convert({ wide: 5, on: 1, kind: 2, rights: 6 })).toThrow(ConversionError);
    expect(() => convert({ wide: 5, on: 1, kind: 2, rights: 6 })).toThrow('kind: 2 no longer has a name');
    expect(() => convert({ wide: 5, on: 7, kind: 1, rights: 6 })).toThrow('on: 7 is not a boolean');
  });

  test('converts alternatives by name and by tag; throws with the path for a removed one', () => {
    const body1 = union({ ping: on(1, u8), text: on(2, string(prefix(u8))) });
    const body2 = union({ echo: on(1, u16be), number: on(3, u8) });
    const A = struct('A', { kind: derived(u8), body: body1 }).where(($) => [$.kind.is(tagOf($.body))]);
    const B = struct('A', { kind: derived(u8), body: body2 }).where(($) => [$.kind.is(tagOf($.body))]);
    const convert = conversion(A, B);
    expect(convert({ body: { type: 'ping', value: 5 } })).toEqual({ body: { type: 'echo', value: 5 } });
    expect(() => convert({ body: { type: 'text', value: 'hi' } })).toThrow(
      'body: the alternative text no longer exists',
    );
  });

  test('converts back to the same value if nothing is lost', () => {
    const A = struct('A', { a: u8, data: bytes(toEnd) }).where(($) => [check($.a.lt(200), 'a below 200')]);
    const B = struct('A', { b: u16be, data: bytes(toEnd) });
    const [there, back] = [
      conversion(A, B, { renames: { 'A.a': 'b' } }),
      conversion(B, A, { renames: { 'A.b': 'a' } }),
    ];
    fc.assert(
      fc.property(arbitrary(A), (value) => {
        expect(back(there(value))).toStrictEqual(value);
      }),
    );
  });
});
