import { describe } from './describe.js';
import type { EncodeError } from './encode-error.js';
import { encodeFailure } from './failures.js';

/**
 * The error for a value that an enumeration does not have: `invalid-value` for another name or number, `wrong-type` for
 * what is neither.
 */
export function noMember(
  value: unknown,
  expected: string,
  offset: number | undefined,
  path: string,
): EncodeError {
  const isOfType = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
  return encodeFailure(isOfType ? 'invalid-value' : 'wrong-type', offset, path, expected, describe(value));
}
