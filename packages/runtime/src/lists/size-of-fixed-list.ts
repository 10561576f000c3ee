import { checkList, checkObject } from '../check/check-values.js';

/**
 * The size in bytes of a list whose elements are structs of one fixed size. Their fields are checked when they are written.
 *
 * @throws EncodeError `wrong-type` for a value that is not a list, and at the first element that is not an object
 * @example `sizeOfFixedList([{ x: 1, y: 2 }, { x: 3, y: 4 }], 'points', 8)` gives 16
 */
export function sizeOfFixedList(values: readonly unknown[], path: string, size: number): number {
  checkList(values, undefined, path);
  let index = 0;
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      checkObject(value, undefined, `${path}[${index}]`);
    index++;
  }
  return index * size;
}
