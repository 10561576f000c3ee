import { DEFAULT_LIMITS, DecodeError } from '@bytewright/runtime';

/** Bytes that an input may have unless its reader says otherwise, compressed and inflated alike: 256 MiB. */
export const DEFAULT_SIZE_LIMIT: number = DEFAULT_LIMITS.inputSize;

/** The error for an input that is larger than it may be. `size` is `undefined` where it was not read to its end. */
export function tooLarge(limit: number, size: number | undefined): DecodeError {
  return new DecodeError({
    code: 'limit-exceeded',
    offset: 0,
    path: '',
    expected: `at most ${limit} bytes`,
    found: size === undefined ? 'more' : `${size} bytes`,
  });
}
