import type { EncodeErrorCode } from './error-codes.js';
import { formatFailure } from './format-failure.js';

/** What is known about a refused value. */
export interface EncodeErrorDetails {
  readonly code: EncodeErrorCode;
  /** Where the field would have been written; `undefined` if sizes were still being added up. */
  readonly offset: number | undefined;
  /** The field, as a path into the value: `sections[3].payload`. Empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

const brand = Symbol.for('@bytewright/runtime/EncodeError');

/**
 * A value that has no encoding which would decode to it again. The only error that encoders raise for bad values.
 *
 * @example
 * // 300 in a u8:
 * // "count at byte 0 (0x0): expected u8, 0 to 0xff (255), found 0x12c (300) (out-of-range)"
 */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  readonly code: EncodeErrorCode;
  readonly offset: number | undefined;
  readonly path: string;
  readonly expected: string;
  readonly found: string;

  constructor({ code, offset, path, expected, found }: EncodeErrorDetails) {
    super(formatFailure(code, offset, path, expected, found));
    this.code = code;
    this.offset = offset;
    this.path = path;
    this.expected = expected;
    this.found = found;
    Object.defineProperty(this, brand, { value: true });
  }

  /** The details as plain data, for `JSON.stringify`. */
  toJSON(): EncodeErrorDetails {
    const { code, offset, path, expected, found } = this;
    return { code, offset, path, expected, found };
  }
}

/** Whether something is an {@link EncodeError}, of this copy of the package or another one. */
export function isEncodeError(error: unknown): error is EncodeError {
  return typeof error === 'object' && error !== null && brand in error;
}
