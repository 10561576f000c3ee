import { DecodeError } from './decode-error.js';
import { EncodeError } from './encode-error.js';
import type { DecodeErrorCode, EncodeErrorCode } from './error-codes.js';

/** A number of bytes in words: `1 byte`, `4 bytes`. */
export function byteCount(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}

/** The error for a field that the region is too short for. `available` bytes are left. */
export function unexpectedEnd(
  offset: number,
  path: string,
  expected: string,
  available: number,
): DecodeError {
  const found = available <= 0 ? 'the end' : byteCount(available);
  return new DecodeError({ code: 'unexpected-end', offset, path, expected, found });
}

/** The error for bytes behind what should be the last field. */
export function trailingBytes(offset: number, path: string, expected: string, left: number): DecodeError {
  const found = left === 1 ? '1 more byte' : `${left} more bytes`;
  return new DecodeError({ code: 'trailing-bytes', offset, path, expected, found });
}

/** A decode error from its parts. */
export function decodeFailure(
  code: DecodeErrorCode,
  offset: number,
  path: string,
  expected: string,
  found: string,
): DecodeError {
  return new DecodeError({ code, offset, path, expected, found });
}

/** An encode error from its parts. */
export function encodeFailure(
  code: EncodeErrorCode,
  offset: number | undefined,
  path: string,
  expected: string,
  found: string,
): EncodeError {
  return new EncodeError({ code, offset, path, expected, found });
}
