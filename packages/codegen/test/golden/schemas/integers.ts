import {
  i16be, i16le, i32be, i32le, i64be, i64le, i8, struct, u16be, u16le, u32be, u32le, u64be, u64le, u8,
} from '@bytewright/schema-dsl';

/** Every integer type, each once. */
export const Integers = struct('Integers', {
  a: u8.doc('One byte.'),
  b: i8,
  c: u16be,
  d: u16le,
  e: i16be,
  f: i16le,
  g: u32be,
  h: u32le,
  i: i32be,
  j: i32le,
  k: u64be,
  l: u64le,
  m: i64be,
  n: i64le,
}).doc('Every integer type, each once.');
