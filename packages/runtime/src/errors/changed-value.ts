import type { EncodeError } from './encode-error.js';
import { byteCount, encodeFailure } from './failures.js';

/**
 * The error for a value that takes more bytes when it is written than when its size was added up: a getter gave something
 * else, or somebody changed it in between.
 *
 * @param room bytes that are left in the buffer
 */
export function grownValue(offset: number, path: string, room: number, size: number): EncodeError {
  const expected = `at most ${byteCount(Math.max(room, 0))}, as the value had before it was written`;
  return encodeFailure('wrong-length', offset, path, expected, byteCount(size));
}

/** The error for a value that takes fewer bytes when it is written: those up to `offset`, of a buffer of `size`. */
export function shrunkValue(offset: number, path: string, size: number): EncodeError {
  const expected = `${byteCount(size)}, as the value had before it was written`;
  return encodeFailure('wrong-length', offset, path, expected, byteCount(offset));
}
