import type { DecodeError } from './decode-error.js';
import { describe } from './describe.js';
import { byteCount, decodeFailure } from './failures.js';

/**
 * The error for other bytes than those of a constant.
 *
 * @example `wrongConstant(0, 'magic', 0x51, 0x52)` says "expected 0x51 (81), found 0x52 (82)"
 */
export const wrongConstant = (offset: number, path: string, expected: unknown, found: unknown): DecodeError =>
  decodeFailure('wrong-constant', offset, path, describe(expected), describe(found));

/**
 * The error for bytes that nothing ends which could.
 *
 * @param left bytes up to the end of the region
 * @example `noBoundary(4, 'payload', 'Boundary where the bytes end', 12)` says "found none in 12 bytes"
 */
export const noBoundary = (offset: number, path: string, expected: string, left: number): DecodeError =>
  decodeFailure('no-boundary', offset, path, expected, `none in ${byteCount(left)}`);
