import type { DecodeError } from './decode-error.js';
import type { EncodeError } from './encode-error.js';
import { decodeFailure, encodeFailure } from './failures.js';

/**
 * The error for bytes that a check of the schema does not hold for.
 *
 * @example `checkFailed(0, '', 'version 2 or later', 'version 1')` says "at byte 0 (0x0): expected version 2 or later, found
 * version 1 (check-failed)"
 */
export const checkFailed = (offset: number, path: string, expected: string, found: string): DecodeError =>
  decodeFailure('check-failed', offset, path, expected, found);

/** The same for a value that is being written. */
export const valueFailed = (
  offset: number | undefined,
  path: string,
  expected: string,
  found: string,
): EncodeError => encodeFailure('check-failed', offset, path, expected, found);
