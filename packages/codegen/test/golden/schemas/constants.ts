import { bool, bytes, literal, string, struct, u16le, u64be, u8 } from '@bytewright/schema-dsl';

/** Constants of every kind, and bools between them. */
export const Constants = struct('Constants', {
  magic: literal(bytes(), 'cafe'),
  first: bool,
  zero: literal(u8, 0),
  word: literal(u16le, 0x1234),
  long: literal(u64be, 7n),
  name: literal(string(undefined, 'ascii'), "it's"),
  second: bool,
}).where(() => []);
