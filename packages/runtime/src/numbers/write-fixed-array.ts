import { checkLength } from '../check/check-length.js';
import { checkTypedArray } from '../check/check-values.js';
import type { Output } from '../output/output.js';
import type { NumberArrays } from './number-array.js';
import { writeNumberArray } from './write-number-array.js';

/**
 * Writes a typed array that always holds as many numbers, in a byte order, and gives the offset behind it.
 *
 * @throws EncodeError `wrong-type` for another type, `wrong-length` where there are more or fewer numbers
 * @example `writeFixedArray(output, Uint16Array.of(1, 2), 'Uint16Array', 2, false, 0, 'words')` writes `00 01 00 02` and gives 4
 */
export function writeFixedArray(
  output: Output,
  value: unknown,
  type: keyof NumberArrays,
  count: number,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  const numbers = checkTypedArray(value, type, offset, path);
  checkLength(numbers.length, count, offset, path);
  return writeNumberArray(output, numbers, littleEndian, offset, path);
}
