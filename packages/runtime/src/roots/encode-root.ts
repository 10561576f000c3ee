import { shrunkValue } from '../errors/changed-value.js';
import { encodeErrorOf } from '../errors/stack-overflow.js';
import type { EncodeOptions } from '../output/encode-options.js';
import type { Nesting } from '../output/nesting.js';
import { openNesting } from '../output/nesting.js';
import type { Output } from '../output/output.js';
import { confirmDecisions, createOutput } from '../output/output.js';

/**
 * Encodes a value by what measures it and what writes it, then makes all decisions once more on the finished bytes.
 *
 * @throws EncodeError as `measure` and `write` do, `ambiguous` where a decoder would read another value,
 * `limit-exceeded` where the stack ends.
 * @example what measures 1 and writes `07` gives `07`
 */
export function encodeRoot<T>(
  value: T,
  options: EncodeOptions | undefined,
  measure: (value: T, nesting: Nesting) => number,
  write: (output: Output, value: T) => void,
): Uint8Array {
  const nesting = openNesting(options);
  try {
    const output = createOutput(measure(value, nesting), -1, nesting);
    write(output, value);
    if (output.offset !== output.bytes.length) throw shrunkValue(output.offset, '', output.bytes.length);
    confirmDecisions(output, (again) => write(again, value));
    return output.bytes;
  } catch (error) {
    throw encodeErrorOf(error);
  }
}
