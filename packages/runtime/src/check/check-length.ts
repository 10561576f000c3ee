import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';

/**
 * Refuses a length that is not the value's to choose.
 *
 * @param label what the expected length follows from, such as `size - 4 = `
 * @throws EncodeError `wrong-length`
 * @example `checkLength(5, 4, 0, 'mac')` throws "mac at byte 0 (0x0): expected length 4, found length 5"
 */
export function checkLength(
  length: number,
  expected: number,
  offset: number | undefined,
  path: string,
  label = '',
): void {
  if (length !== expected)
    throw encodeFailure(
      'wrong-length',
      offset,
      path,
      `length ${label}${describe(expected)}`,
      `length ${describe(length)}`,
    );
}
