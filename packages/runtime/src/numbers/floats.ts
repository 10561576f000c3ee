import { checkKeys } from '../check/check-keys.js';
import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import { halfToNumber, numberToHalf } from './half-float.js';
import { getBigUint, setBigInt } from './odd-integers.js';

/** A NaN with a payload or a sign, which no `number` carries from place to place: its bits, as wide as the type. */
export interface NaNBits {
  readonly nan: bigint;
}

const NAN_KEYS: readonly string[] = ['nan'];

/** Bits of the canonical NaN: quiet, no sign, no payload; by size in bytes. */
const CANONICAL_NAN: Readonly<Record<number, bigint>> = {
  2: 0x7e00n,
  4: 0x7fc00000n,
  8: 0x7ff8000000000000n,
};
/** Bits of infinity; above it, apart from the sign, is NaN. */
const INFINITY: Readonly<Record<number, bigint>> = { 2: 0x7c00n, 4: 0x7f800000n, 8: 0x7ff0000000000000n };

/** A 16-bit float, for which `DataView` has no method in Node 20. */
export function getFloat16(view: DataView, at: number, littleEndian: boolean): number {
  return halfToNumber(view.getUint16(at, littleEndian));
}

/** Whether the bits are those of the one NaN that every `NaN` of a value is written as. */
export function isCanonicalNaN(view: DataView, at: number, size: number, littleEndian: boolean): boolean {
  return getBigUint(view, at, size, littleEndian) === CANONICAL_NAN[size];
}

/** The bits of a float, for messages: `NaN 0x7fc00001`. */
export function describeNaN(view: DataView, at: number, size: number, littleEndian: boolean): string {
  return `NaN 0x${getBigUint(view, at, size, littleEndian).toString(16)}`;
}

/** A float as it was read, or its bits where it is a NaN that a `number` would not carry. */
export function keepNaN(
  value: number,
  view: DataView,
  at: number,
  size: number,
  littleEndian: boolean,
): number | NaNBits {
  return Number.isNaN(value) && !isCanonicalNaN(view, at, size, littleEndian)
    ? { nan: getBigUint(view, at, size, littleEndian) }
    : value;
}

/**
 * The number that a float stands for in a relation: NaN for the bits of one.
 *
 * @example `withoutPayload({ nan: 0x7fc00001n })` is NaN, `withoutPayload(1.5)` is 1.5
 */
export function withoutPayload(value: number | NaNBits): number;
export function withoutPayload(value: number | NaNBits | undefined): number | undefined;
export function withoutPayload(value: number | NaNBits | undefined): number | undefined {
  return typeof value === 'object' ? Number.NaN : value;
}

/**
 * A number of a value that a float of `size` bytes holds exactly.
 *
 * @throws EncodeError `wrong-type` for anything but a number, `out-of-range` for one that would be rounded
 */
export function checkFloat(
  value: unknown,
  size: number,
  offset: number | undefined,
  path: string,
  type: string,
): number {
  if (typeof value !== 'number')
    throw encodeFailure('wrong-type', offset, path, `${type}, a number`, describe(value));
  const isExact =
    size === 8 ||
    Number.isNaN(value) ||
    (size === 4 ? Math.fround(value) === value : numberToHalf(value) >= 0);
  if (!isExact) {
    const expected = `${type}, a number that ${8 * size} bits hold exactly`;
    throw encodeFailure('out-of-range', offset, path, expected, describe(value));
  }
  return value;
}

/**
 * The same where bits of a NaN are kept: `{ nan }` holds those of a NaN that is not the canonical one.
 *
 * @throws EncodeError `wrong-type`, `out-of-range`, `unknown-key`
 */
export function checkFloatOrNaN(
  value: unknown,
  size: number,
  offset: number | undefined,
  path: string,
  type: string,
): number | NaNBits {
  if (typeof value !== 'object' || value === null) return checkFloat(value, size, offset, path, type);
  checkKeys(value, NAN_KEYS, offset, path);
  const nan: unknown = Reflect.get(value, 'nan');
  if (typeof nan !== 'bigint')
    throw encodeFailure(
      'wrong-type',
      offset,
      path,
      `${type}, a number or the bits of a NaN`,
      describe(value),
    );
  const width = BigInt(8 * size);
  const magnitude = BigInt.asUintN(8 * size - 1, nan);
  if (nan < 0n || nan >> width !== 0n || magnitude <= (INFINITY[size] ?? 0n) || nan === CANONICAL_NAN[size]) {
    const expected = `${type}, the bits of a NaN other than the canonical one`;
    throw encodeFailure('out-of-range', offset, path, expected, `0x${nan.toString(16)}`);
  }
  return { nan };
}

/** Writes a float that is in range. Every `NaN` is the canonical one, whatever bits the engine gave it. */
export function setFloat(
  view: DataView,
  at: number,
  size: number,
  value: number | NaNBits,
  littleEndian: boolean,
): void {
  if (typeof value === 'object') setBigInt(view, at, size, value.nan, littleEndian);
  else if (Number.isNaN(value)) setBigInt(view, at, size, CANONICAL_NAN[size] ?? 0n, littleEndian);
  else if (size === 8) view.setFloat64(at, value, littleEndian);
  else if (size === 4) view.setFloat32(at, value, littleEndian);
  else view.setUint16(at, numberToHalf(value), littleEndian);
}
