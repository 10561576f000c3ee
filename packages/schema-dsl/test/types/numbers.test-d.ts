import type { Infer, NaNBits, u48be, u56be, u128le } from '@bytewright/schema-dsl';
import {
  asNumber,
  endianness,
  f16be,
  f32,
  f64le,
  list,
  preserveNaN,
  struct,
  u8,
  u16,
  u24le,
  u64,
} from '@bytewright/schema-dsl';
import { expectTypeOf, test } from 'vitest';

test('integers are numbers up to 48 bits', () => {
  expectTypeOf<Infer<typeof u24le>>().toEqualTypeOf<number>();
  expectTypeOf<Infer<typeof u48be>>().toEqualTypeOf<number>();
  expectTypeOf<Infer<typeof u56be>>().toEqualTypeOf<bigint>();
  expectTypeOf<Infer<typeof u128le>>().toEqualTypeOf<bigint>();
  expectTypeOf(asNumber(u64)).toExtend<{ readonly definition: unknown }>();
  const safe = asNumber(u64);
  expectTypeOf<Infer<typeof safe>>().toEqualTypeOf<number>();
  // @ts-expect-error a number already
  asNumber(u24le);
});

test('lists are typed arrays if such arrays exist', () => {
  const All = struct('All', {
    a: list(u16, 1),
    b: list(u24le, 1),
    c: list(f32, 1),
    d: list(f64le, 1),
    e: list(f16be, 1),
    f: list(u64, 1),
    g: list(preserveNaN(f32), 1),
    h: list(asNumber(u64), 1),
  });
  expectTypeOf<Infer<typeof All>>().toEqualTypeOf<{
    a: Uint16Array;
    b: number[];
    c: Float32Array;
    d: Float64Array;
    e: number[];
    f: BigUint64Array;
    g: (number | NaNBits)[];
    h: number[];
  }>();
});

test('the byte order is one of two strings', () => {
  struct('File', { mark: u8, body: u16 }).where(($) => [
    $.body.with(endianness.of($.mark.eq(1).choose('little', 'big'))),
    // @ts-expect-error neither of the two
    $.body.with(endianness.of('middle')),
    // @ts-expect-error neither of the two
    $.body.with(endianness.of($.mark.eq(1).choose('little', 'large'))),
  ]);
});
