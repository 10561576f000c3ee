import type { Layout, NumberType } from './layout.js';

const NUMBERS: Readonly<Record<NumberType, string>> = {
  u8: 'u8',
  i8: 'i8',
  u16: 'u16',
  i16: 'i16',
  u32: 'u32',
  i32: 'i32',
  i32le: 'li32',
  u64: 'u64',
  i64: 'i64',
};

/** A layout as a type of protodef. */
export function protodefTypeOf(type: Layout): unknown {
  switch (type.kind) {
    case 'number':
      return NUMBERS[type.type];
    case 'bytes':
      return ['buffer', { count: type.size }];
    case 'array':
      return ['array', { count: type.count, type: protodefTypeOf(type.element) }];
    case 'struct':
      return [
        'container',
        type.fields.map((field) => ({ name: field.name, type: protodefTypeOf(field.type) })),
      ];
  }
}
