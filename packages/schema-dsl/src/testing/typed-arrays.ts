import type { NumberArray } from '@bytewright/runtime';

/** Whether a value is a typed array of numbers, of any class. */
export function isNumberArray(value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
