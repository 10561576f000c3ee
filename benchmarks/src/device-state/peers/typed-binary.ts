import type { AnySchema } from 'typed-binary';
import { arrayOf, i8, i16, i32, object, u8, u16, u32 } from 'typed-binary';
import { Bytes, I64, LittleI32, U64 } from '../../peers/typed-binary.js';
import type { Layout, NumberType } from './layout.js';

const NUMBERS: Readonly<Record<NumberType, AnySchema>> = {
  u8,
  i8,
  u16,
  i16,
  u32,
  i32,
  i32le: new LittleI32(),
  u64: new U64(),
  i64: new I64(),
};

/** What typed-binary makes of a layout. */
export function typedBinaryOf(type: Layout): AnySchema {
  switch (type.kind) {
    case 'number':
      return NUMBERS[type.type];
    case 'bytes':
      return new Bytes(type.size);
    case 'array':
      return arrayOf(typedBinaryOf(type.element), type.count);
    case 'struct':
      return object(Object.fromEntries(type.fields.map((field) => [field.name, typedBinaryOf(field.type)])));
  }
}
