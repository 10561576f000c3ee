import { isEncodeError } from '../errors/encode-error.js';
import { isStackOverflow } from '../errors/stack-overflow.js';
import { equalBytes } from '../values/exact.js';
import { isTypedArray } from '../values/is-typed-array.js';
import { normalizeZero } from '../values/normalize-zero.js';

/**
 * What a function of the schema's author gives for a checksum. An exception becomes its text, which no checksum field
 * holds: so it is a mismatch on decode and `wrong-type` on encode, and says why.
 */
export function checksumOf(compute: () => unknown): unknown {
  try {
    const sum = compute();
    return typeof sum === 'number' ? normalizeZero(sum) : sum;
  } catch (error) {
    return thrownText(error);
  }
}

/** Whether a checksum of several bytes is what it should be. */
export function isChecksum(found: Uint8Array, expected: unknown): boolean {
  return isTypedArray(expected, 'Uint8Array') && equalBytes(found, expected);
}

/**
 * The message of whatever was thrown. Anything can be, and reading it may throw again. The end of the stack is thrown
 * on: it is not the answer of the code that met it.
 */
export function thrownText(error: unknown): string {
  if (isStackOverflow(error)) throw error;
  try {
    if (isEncodeError(error)) return `expected ${error.expected}, found ${error.found}`;
    return error instanceof Error ? String(error.message) : String(error);
  } catch {
    return 'an exception';
  }
}
