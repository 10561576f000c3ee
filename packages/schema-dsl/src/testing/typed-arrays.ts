import type { NumberArray } from '@bytewright/runtime';

/** Whether a value is one of the typed arrays that values hold, of whatever class. */
export function isNumberArray(value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
