import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import { depthTexts } from '../input/limit-texts.js';
import { DEFAULT_LIMITS } from '../input/limits.js';
import { isSize } from '../values/exact.js';
import { isTypedArray } from '../values/is-typed-array.js';
import type { NumberArrays } from '../values/number-array.js';

/**
 * An integer of a value, in its field's range.
 *
 * @throws EncodeError `wrong-type` for anything but an integer, `out-of-range` for what does not fit (and for -0, which
 * would come back as 0).
 */
export function checkInteger(
  value: unknown,
  min: number,
  max: number,
  offset: number | undefined,
  path: string,
  type: string,
): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw encodeFailure('wrong-type', offset, path, `${type}, an integer`, describe(value));
  }
  if (value < min || value > max || Object.is(value, -0)) {
    throw encodeFailure(
      'out-of-range',
      offset,
      path,
      `${type}, ${describe(min)} to ${describe(max)}`,
      describe(value),
    );
  }
  return value;
}

/**
 * A 64-bit integer of a value.
 *
 * @throws EncodeError `wrong-type` for anything but a bigint, `out-of-range` for what does not fit.
 */
export function checkBigint(
  value: unknown,
  min: bigint,
  max: bigint,
  offset: number | undefined,
  path: string,
  type: string,
): bigint {
  if (typeof value !== 'bigint')
    throw encodeFailure('wrong-type', offset, path, `${type}, a bigint`, describe(value));
  if (value < min || value > max) {
    throw encodeFailure(
      'out-of-range',
      offset,
      path,
      `${type}, ${describe(min)} to ${describe(max)}`,
      describe(value),
    );
  }
  return value;
}

/** A boolean of a value. @throws EncodeError `wrong-type` */
export function checkBoolean(value: unknown, offset: number | undefined, path: string): boolean {
  if (typeof value !== 'boolean')
    throw encodeFailure('wrong-type', offset, path, 'a boolean', describe(value));
  return value;
}

/**
 * A scalar of a value that is known by what `typeof` says of it.
 *
 * @throws EncodeError `wrong-type`
 */
export function checkScalar<T>(
  value: T,
  type: 'number' | 'bigint' | 'string' | 'boolean',
  offset: number | undefined,
  path: string,
): T {
  if (typeof value !== type) throw encodeFailure('wrong-type', offset, path, `a ${type}`, describe(value));
  return value;
}

/**
 * The byte for a boolean of a value, where other bytes than 0 and 1 are kept as numbers.
 *
 * @throws EncodeError `wrong-type` for what is neither; `out-of-range` for a number that is no such byte
 */
export function checkBooleanByte(value: unknown, offset: number | undefined, path: string): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw encodeFailure('wrong-type', offset, path, 'a boolean, or a byte that is none', describe(value));
  if (value < 2 || value > 255)
    throw encodeFailure(
      'out-of-range',
      offset,
      path,
      'a boolean, or a byte of 2 to 0xff (255)',
      describe(value),
    );
  return value;
}

/** Bytes of a value; a `Buffer` will do. @throws EncodeError `wrong-type` */
export function checkBytes(value: unknown, offset: number | undefined, path: string): Uint8Array {
  if (!isTypedArray(value, 'Uint8Array'))
    throw encodeFailure('wrong-type', offset, path, 'a Uint8Array', describe(value));
  return value;
}

/** A typed array of a value. @throws EncodeError `wrong-type` for any other type, arrays included */
export function checkTypedArray<K extends keyof NumberArrays>(
  value: unknown,
  type: K,
  offset: number | undefined,
  path: string,
): NumberArrays[K] {
  if (!isTypedArray(value, type))
    throw encodeFailure('wrong-type', offset, path, `a ${type}`, describe(value));
  return value;
}

/** A list of a value. @throws EncodeError `wrong-type` */
export function checkList<T>(value: readonly T[], offset: number | undefined, path: string): readonly T[];
export function checkList(value: unknown, offset: number | undefined, path: string): readonly unknown[];
export function checkList(value: unknown, offset: number | undefined, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw encodeFailure('wrong-type', offset, path, 'an array', describe(value));
  return value;
}

/** A struct's value. @throws EncodeError `wrong-type` for primitives, null and arrays */
export function checkObject(value: unknown, offset: number | undefined, path: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw encodeFailure('wrong-type', offset, path, 'an object', describe(value));
  }
  return value;
}

/**
 * The size of a field that a value's own parts decide, before anything of that size is made.
 *
 * @throws EncodeError `out-of-range` for anything but a size, and beyond the default limit of an input: the field would
 * be too large to be read back.
 */
export function checkSize(value: unknown, offset: number | undefined, path: string): number {
  if (typeof value === 'number' && isSize(value) && value <= DEFAULT_LIMITS.inputSize) return value;
  const expected = `a size of at most ${DEFAULT_LIMITS.inputSize} bytes`;
  throw encodeFailure('out-of-range', offset, path, expected, describe(value));
}

/** Refuses a value that is nested too deeply, or that contains itself. @throws EncodeError `limit-exceeded` */
export function checkDepth(left: number): void {
  if (left <= 0) {
    throw encodeFailure('limit-exceeded', undefined, '', ...depthTexts(DEFAULT_LIMITS.depth));
  }
}
