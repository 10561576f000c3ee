import type { DecodeError } from '../errors/decode-error.js';
import { isDecodeError } from '../errors/decode-error.js';
import type { Input } from '../input/input.js';

/** What came of a reading that was made only to see how far it goes. */
export interface Trial {
  /** How it fails, or the offset behind what it reads. */
  readonly result: DecodeError | number;
  /** Where the bytes end that it looked at. */
  readonly reached: number;
}

/** How far a reader came: where it failed, or the offset behind what it read. */
export const offsetOf = (result: DecodeError | number): number =>
  isDecodeError(result) ? result.offset : result;

/** Reads to see how far that goes. The input is left as it was, less what was paid for searches. */
export function resultOf(input: Input, start: number, end: number, read: () => unknown): Trial {
  const { offset, end: outer, depth, elements, emptyElements, reached, isAhead } = input;
  input.offset = start;
  input.end = end;
  input.reached = start;
  input.isAhead = true;
  try {
    const result = readTo(input, read);
    return { result, reached: Math.max(offsetOf(result), input.reached) };
  } finally {
    Object.assign(input, { offset, end: outer, depth, elements, emptyElements, reached, isAhead });
  }
}

function readTo(input: Input, read: () => unknown): DecodeError | number {
  try {
    read();
    return input.offset;
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return error;
  }
}
