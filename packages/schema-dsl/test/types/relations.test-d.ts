import { expectTypeOf, test } from 'vitest';
import type { Infer } from '../../src/index.js';
import {
  bytes,
  checksum,
  crc32,
  derived,
  external,
  parameter,
  processed,
  search,
  span,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  u64be,
  virtual,
  xor,
} from '../../src/index.js';

const wide = external({ module: './own.js', export: 'wide' }, (covered: Uint8Array): bigint =>
  BigInt(covered.length),
);

test('a checksum has the type of its field, and is not in the value', () => {
  const Sum = struct('Sum', { a: u8, wide: derived(u64be), crc: derived(u32be) }).where(($) => [
    $.wide.is(checksum(wide, span($.a, $.a))),
    $.crc.is(crc32(span($.a, $.a))),
  ]);
  expectTypeOf<Infer<typeof Sum>>().toEqualTypeOf<{ a: number }>();
  struct('Wrong', { a: u8, crc: derived(u32be), digest: derived(bytes(8)) }).where(($) => [
    // @ts-expect-error a bigint for a number
    $.crc.is(checksum(wide, span($.a, $.a))),
    // @ts-expect-error a number for bytes
    $.digest.is(crc32(span($.a, $.a))),
  ]);
});

test("candidates have the parameter's type, and a search has the value of its struct", () => {
  const level = parameter('level', u8, { candidates: [1, 2] });
  const Body = struct('Body', { data: bytes(level) });
  const File = struct('File', {
    own: search(level, Body),
    other: search(level, [3], Body, { followedBy: u8 }),
  });
  expectTypeOf<Infer<typeof File>>().toEqualTypeOf<{
    own: { data: Uint8Array };
    other: { data: Uint8Array };
  }>();
  // @ts-expect-error a text for a number
  parameter('level', u8, { candidates: ['1'] });
  // @ts-expect-error none at all
  parameter('level', u8, { candidates: [] });
  // @ts-expect-error a boolean for a number
  search(level, [true], Body);
});

test('a virtual header takes the values of its struct', () => {
  const Header = struct('Header', { a: u8, b: u16be });
  struct('Sum', { a: u8, text: string(2), crc: derived(u32be) }).where(($) => [
    $.crc.is(crc32(virtual(Header, { a: $.a, b: 1 }))),
    // @ts-expect-error b is missing
    $.crc.is(crc32(virtual(Header, { a: $.a }))),
    // @ts-expect-error a text for a number
    $.crc.is(crc32(virtual(Header, { a: $.text, b: 1 }))),
  ]);
});

test('a transformed region has the value and the fields of its content', () => {
  const Inner = struct('Inner', { x: u8 });
  const Outer = struct('Outer', {
    n: derived(u8),
    inner: processed(xor(1), Inner),
    text: processed(xor(2), 3, string(toEnd)),
  }).where(($) => [$.n.is($.inner.$.x)]);
  expectTypeOf<Infer<typeof Outer>>().toEqualTypeOf<{ inner: { x: number }; text: string }>();
});
