import {
  bytes, count, derived, endsWith, i64le, list, literal, prefix, string, struct, toEnd, u16be, u16le, u32be, u8, byteLength,
} from '@bytewright/schema-dsl';

/** An element that is not plain number. */
export const Point = struct('Point', { x: u16be, y: u16be });

/** Lists, with each way to say where they end. */
export const Lists = struct('Lists', {
  n: derived(u8),
  size: derived(u16be),
  fixed: list(u16le, 3),
  points: list(Point, prefix(u8)),
  counted: list(i64le),
  names: list(string(prefix(u8), 'ascii'), endsWith(literal(u8, 0xff))),
  regioned: list(Point),
  small: list(u8, endsWith(literal(u16be, 0))),
  blobs: list(bytes(prefix(u8)), 2),
  rest: list(u32be, toEnd),
}).where(($) => [$.n.is(count($.counted).plus(1)), $.size.is(byteLength($.regioned))]);
