import * as r from 'restructure';
import type { Layout, NumberType, StructLayout } from './layout.js';

const NUMBERS: Readonly<Record<NumberType, object>> = {
  u8: r.uint8,
  i8: r.int8,
  u16: r.uint16be,
  i16: r.int16be,
  u32: r.uint32be,
  i32: r.int32be,
  i32le: r.int32le,
  // it has no numbers of 64 bits
  u64: new r.Buffer(8),
  i64: new r.Buffer(8),
};

/** What restructure makes of a layout. */
export function restructureOf({ fields }: StructLayout): r.Struct {
  return new r.Struct(Object.fromEntries(fields.map(({ name, type }) => [name, typeOf(type)])));
}

function typeOf(type: Layout): object {
  switch (type.kind) {
    case 'number':
      return NUMBERS[type.type];
    case 'bytes':
      return new r.Buffer(type.size);
    case 'array':
      return new r.Array(typeOf(type.element), type.count);
    case 'struct':
      return restructureOf(type);
  }
}
