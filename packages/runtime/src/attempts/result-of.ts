import type { DecodeError } from '../errors/decode-error.js';
import { isDecodeError } from '../errors/decode-error.js';
import type { Input } from '../input/input.js';

/** How far a reader came: where it failed, or the offset behind what it read. */
export const offsetOf = (result: DecodeError | number): number =>
  isDecodeError(result) ? result.offset : result;

/** How a reader fails, or the offset behind what it reads. The input is left as it was, less what was paid for searches. */
export function resultOf(
  input: Input,
  start: number,
  end: number,
  read: () => unknown,
): DecodeError | number {
  const { offset, end: outer, depth, elements, emptyElements } = input;
  input.offset = start;
  input.end = end;
  try {
    read();
    return input.offset;
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return error;
  } finally {
    Object.assign(input, { offset, end: outer, depth, elements, emptyElements });
  }
}
