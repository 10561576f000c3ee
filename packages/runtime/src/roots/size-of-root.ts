import { encodeErrorOf } from '../errors/stack-overflow.js';
import type { EncodeOptions } from '../output/encode-options.js';
import type { Nesting } from '../output/nesting.js';
import { openNesting } from '../output/nesting.js';

/**
 * Bytes that a value takes on the wire, by what measures it.
 *
 * @throws EncodeError as `measure` does, and `limit-exceeded` where the stack ends.
 */
export function sizeOfRoot<T>(
  value: T,
  options: EncodeOptions | undefined,
  measure: (value: T, nesting: Nesting) => number,
): number {
  const nesting = openNesting(options);
  try {
    return measure(value, nesting);
  } catch (error) {
    throw encodeErrorOf(error);
  }
}
