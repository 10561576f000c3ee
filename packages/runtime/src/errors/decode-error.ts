import type { DecodeErrorCode } from './error-codes.js';
import { formatFailure } from './format-failure.js';

/** What is known about refused bytes. */
export interface DecodeErrorDetails {
  readonly code: DecodeErrorCode;
  /** Offset of the refused byte or field in the input. */
  readonly offset: number;
  /** The field, as a path into the value: `sections[3].footer.mark`. Empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

const brand = Symbol.for('@bytewright/runtime/DecodeError');

/**
 * Bytes that are not what the schema describes. The only error that decoders raise for bad input.
 *
 * @example
 * // u32be from the two bytes `00 01`:
 * // "length at byte 0 (0x0): expected u32be (4 bytes), found 2 bytes (unexpected-end)"
 */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  readonly code: DecodeErrorCode;
  readonly offset: number;
  readonly path: string;
  readonly expected: string;
  readonly found: string;

  constructor({ code, offset, path, expected, found }: DecodeErrorDetails) {
    super(formatFailure(code, offset, path, expected, found));
    this.code = code;
    this.offset = offset;
    this.path = path;
    this.expected = expected;
    this.found = found;
    Object.defineProperty(this, brand, { value: true });
  }

  /** The details as plain data, for `JSON.stringify`. */
  toJSON(): DecodeErrorDetails {
    const { code, offset, path, expected, found } = this;
    return { code, offset, path, expected, found };
  }
}

/** Whether something is a {@link DecodeError}, of this copy of the package or another one. */
export function isDecodeError(error: unknown): error is DecodeError {
  return typeof error === 'object' && error !== null && brand in error;
}
