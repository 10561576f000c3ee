import type { NumberArray } from '@bytewright/runtime';
import type { IntegerType } from '../ir/nodes/integer.js';

/** A class of typed arrays. Bigint ones are given bigints only, the others numbers only. */
export interface NumberArrayClass {
  readonly name: string;
  from(items: Iterable<unknown>): NumberArray;
}

const CLASSES = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  u64: BigUint64Array,
  i64: BigInt64Array,
} as const;

/** The class of what a list of plain integers decodes to. */
export function numberArrayOf(type: IntegerType): NumberArrayClass {
  // an integer type is a key and perhaps a byte order; what each class's `from` takes is the caller's to see
  // to
  return CLASSES[type.replace(/[bl]e$/, '') as keyof typeof CLASSES] as unknown as NumberArrayClass;
}

/** Whether a value is one of the typed arrays that values hold, of whatever class. */
export function isNumberArray(value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
