import type { CoderType } from 'micro-packed';
import * as P from 'micro-packed';
import type { Layout, NumberType } from './layout.js';

const NUMBERS: Readonly<Record<NumberType, CoderType<number> | CoderType<bigint>>> = {
  u8: P.U8,
  i8: P.I8,
  u16: P.U16BE,
  i16: P.I16BE,
  u32: P.U32BE,
  i32: P.I32BE,
  i32le: P.I32LE,
  u64: P.U64BE,
  i64: P.I64BE,
};

/** What micro-packed makes of a layout. */
export function microPackedOf(layout: Layout): CoderType<unknown> {
  return coderOf(layout) as CoderType<unknown>; // of values that it decoded itself
}

function coderOf(type: Layout): unknown {
  switch (type.kind) {
    case 'number':
      return NUMBERS[type.type];
    case 'bytes':
      return P.bytes(type.size);
    case 'array':
      return P.array(type.count, microPackedOf(type.element));
    case 'struct':
      return P.struct(
        Object.fromEntries(type.fields.map((field) => [field.name, microPackedOf(field.type)])),
      );
  }
}
