import { expectTypeOf, test } from 'vitest';
import type { Infer } from '../../src/index.js';
import {
  bit,
  bits,
  byteLength,
  bytes,
  check,
  derived,
  ibits,
  literal,
  lsb0,
  msb0,
  struct,
  u8,
  u16le,
  ubits,
} from '../../src/index.js';

test('bit fields are booleans, numbers up to 48 bits, and bigints from 49', () => {
  const S = struct('S', {
    flag: bit,
    low: lsb0.bit,
    one: ubits(1),
    most: ibits(48),
    wide: ubits(49),
    wider: lsb0.ubits(100),
    widest: msb0.ibits(128),
    nine: ubits(9),
    ten: ibits(10),
    zero: literal(ubits(3), 0),
    big: literal(ubits(60), 0n),
  });
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<{
    flag: boolean;
    low: boolean;
    one: number;
    most: number;
    wide: bigint;
    wider: bigint;
    widest: bigint;
    nine: number;
    ten: number;
  }>();
});

test('a width that is known only at run time may give either type', () => {
  const width = 8 as number;
  expectTypeOf<Infer<ReturnType<typeof make>>>().toEqualTypeOf<number | bigint>();
  function make(): ReturnType<typeof ubits<number>> {
    return ubits(width);
  }
});

test('the bits of a word are a struct whose fields relations can reach', () => {
  const Flags = bits('Flags', u8, { hasExtra: bit, kind: ubits(3), zero: literal(ubits(4), 0) }, lsb0);
  expectTypeOf<Infer<typeof Flags>>().toEqualTypeOf<{ hasExtra: boolean; kind: number }>();
  struct('S', { flags: Flags, n: derived(ubits(8)), data: bytes() }).where(($) => [
    check($.flags.$.hasExtra.not()),
    check($.flags.$.kind.lt(4)),
    $.n.is(byteLength($.data)),
    // @ts-expect-error a number is not a bigint
    check($.flags.$.kind.lt(4n)),
    // @ts-expect-error there is no such field
    check($.flags.$.other.eq(1)),
  ]);
});

test('rejects invalid bit fields, words and orders at compile time', () => {
  // @ts-expect-error the order is always said
  bits('Word', u16le, { a: ubits(16) });
  // @ts-expect-error an order is msb0 or lsb0
  bits('Word', u16le, { a: ubits(16) }, 'lsb0');
  // @ts-expect-error bytes are no word
  bits('Word', bytes(2), { a: ubits(16) }, lsb0);
  // @ts-expect-error a bit is true or false
  literal(bit, 1);
});
