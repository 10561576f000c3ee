import {
  asNumber, derived, byteLength, bytes, endianness, enumeration, f16be, f32, f32be, f32le, f64be, i24be, i48le, list, literal,
  prefix, preserveNaN, struct, u16, u16be, u24, u24be, u24le, u40be, u64be, u128be, i56le, endsWith, f64,
} from '@bytewright/schema-dsl';

/** Integers of widths that processors do not have, and a wide one that is a safe number. */
export const OddIntegers = struct('OddIntegers', {
  a: u24be,
  b: u24le,
  c: i24be,
  d: u40be,
  e: i48le,
  f: i56le,
  g: u128be,
  size: asNumber(u64be),
  more: list(u24be, 2),
});

/** Floats of all widths; NaNs with a payload are kept where the schema says so, and always in lists. */
export const Floats = struct('Floats', {
  half: f16be,
  single: f32le,
  double: f64be,
  kept: preserveNaN(f32be),
  series: list(f32be, 2),
  halves: list(f16be, 1),
  ended: list(f32be, endsWith(literal(f64be, 1.5))),
});

/** What an order mark decides, as in TIFF. */
const Body = struct('Body', {
  version: literal(u16, 42),
  width: u24,
  factor: f32,
  samples: list(u16, prefix(u16)),
  ratios: list(f64, 1),
});

/** The byte order of all that follows is read from the file. */
export const Ordered = struct('Ordered', {
  order: enumeration(u16be, { little: 0x4949, big: 0x4d4d }),
  body: Body,
}).where(($) => [$.body.with(endianness.of($.order))]);

/** The byte order is said where the struct is used; a length in it is a safe number. */
const Blob = struct('Blob', { length: derived(asNumber(u64be)), mark: u16, data: bytes() })
  .where(($) => [$.length.is(byteLength($.data))]);

export const Both = struct('Both', {
  big: Blob.with(endianness.of('big')),
  little: Blob.with(endianness.of('little')),
});
