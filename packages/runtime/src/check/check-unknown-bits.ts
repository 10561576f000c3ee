import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import { checkBigint, checkInteger } from './check-values.js';

/**
 * The bits of a flag set that have no name, as its value holds them: where they stand.
 *
 * @param known the bits that have a name
 * @param max all bits
 * @throws EncodeError as `checkInteger` and `checkBigint` do, and `invalid-value` for a bit that has a name: that has a
 * member of its own.
 */
export function checkUnknownBits(
  value: unknown,
  known: number,
  max: number,
  offset: number | undefined,
  path: string,
  type: string,
): number;
export function checkUnknownBits(
  value: unknown,
  known: bigint,
  max: bigint,
  offset: number | undefined,
  path: string,
  type: string,
): bigint;
export function checkUnknownBits(
  value: unknown,
  known: number | bigint,
  max: number | bigint,
  offset: number | undefined,
  path: string,
  type: string,
): number | bigint {
  // mostly there are none
  if (typeof max === 'bigint') {
    if (value === 0n) return value;
  } else if (value === 0 && !Object.is(value, -0)) return value;
  const bits =
    typeof max === 'bigint'
      ? checkBigint(value, 0n, max, offset, path, type)
      : checkInteger(value, 0, max, offset, path, type);
  if ((BigInt(bits) & BigInt(known)) !== 0n)
    throw encodeFailure('invalid-value', offset, path, 'bits that have no name', describe(bits));
  return bits;
}
