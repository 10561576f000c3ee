import { encodeErrorOf } from '../errors/stack-overflow.js';
import type { EncodeOptions } from '../output/encode-options.js';
import type { Nesting } from '../output/nesting.js';
import { openNesting } from '../output/nesting.js';

/**
 * Bytes that a value takes on the wire, by what measures it.
 *
 * @throws EncodeError as `measure` does, and `limit-exceeded` where the stack ends.
 */
export function sizeOfValue(
  options: EncodeOptions | undefined,
  measure: (nesting: Nesting) => number,
): number {
  const nesting = openNesting(options);
  try {
    return measure(nesting);
  } catch (error) {
    throw encodeErrorOf(error);
  }
}
