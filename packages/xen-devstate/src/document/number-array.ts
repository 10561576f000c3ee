import type { IntegerType } from '@bytewright/schema-dsl/ir';

/** The typed array of numbers that a list of integers of a type is. */
export function numberArrayOf(type: IntegerType, items: readonly unknown[]): ArrayBufferView {
  const numbers = (): number[] => items.map(Number);
  const bigints = (): bigint[] => items.filter((item) => typeof item === 'bigint');
  switch (type) {
    case 'u8':
      return Uint8Array.from(numbers());
    case 'i8':
      return Int8Array.from(numbers());
    case 'u16be':
    case 'u16le':
      return Uint16Array.from(numbers());
    case 'i16be':
    case 'i16le':
      return Int16Array.from(numbers());
    case 'u32be':
    case 'u32le':
      return Uint32Array.from(numbers());
    case 'i32be':
    case 'i32le':
      return Int32Array.from(numbers());
    case 'u64be':
    case 'u64le':
      return BigUint64Array.from(bigints());
    case 'i64be':
    case 'i64le':
      return BigInt64Array.from(bigints());
  }
}
