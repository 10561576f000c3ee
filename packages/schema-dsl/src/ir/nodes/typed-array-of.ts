import type { NumberArray, NumberArrays } from '@bytewright/runtime';
import type { IntegerType } from './integer.js';

/** A class of typed arrays. The bigint ones are given bigints only, the others numbers only. */
export interface NumberArrayType {
  readonly name: keyof NumberArrays;
  from(items: Iterable<unknown>): NumberArray;
}

const TYPED_ARRAYS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  u64: BigUint64Array,
  i64: BigInt64Array,
} as const;

/** The typed array that a list of plain integers decodes to: `Uint16Array` for both byte orders of 16 bits. */
export function typedArrayOf(type: IntegerType): NumberArrayType {
  // every integer type is a key and a byte order; the array types differ in what `from` takes, and that is seen to
  return TYPED_ARRAYS[type.replace(/[bl]e$/, '') as keyof typeof TYPED_ARRAYS] as unknown as NumberArrayType;
}
