import { DEFAULT_LIMITS, DecodeError } from '@bytewright/runtime';

/** The default maximum size of an input, compressed or inflated: 256 MiB. */
export const DEFAULT_SIZE_LIMIT: number = DEFAULT_LIMITS.inputSize;

/** The error for an input that is too large. `size` is `undefined` if it was not read to its end. */
export function tooLarge(limit: number, size: number | undefined): DecodeError {
  return new DecodeError({
    code: 'limit-exceeded',
    offset: 0,
    path: '',
    expected: `at most ${limit} bytes`,
    found: size === undefined ? 'more' : `${size} bytes`,
  });
}
