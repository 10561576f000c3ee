import { thrownText } from '../checksums/checksum-of.js';
import { describe } from '../errors/describe.js';
import { byteCount } from '../errors/failures.js';
import { equalBytes } from '../values/exact.js';
import { isTypedArray } from '../values/is-typed-array.js';
import type { CustomCodec, CustomReading, CustomType } from './custom-codec.js';

/**
 * What a codec of the author's reads at an offset of a region that ends at `end`; a text where it refuses, or does
 * what it must not: take more or fewer bytes than it said, or read a value that it writes in another way.
 */
export function customAt<T>(
  codec: CustomCodec<T>,
  bytes: Uint8Array,
  offset: number,
  end: number,
  min: number,
  max: number,
  type?: CustomType,
): CustomReading<T> | string {
  try {
    const rest = new Uint8Array(bytes.buffer, bytes.byteOffset + offset, end - offset);
    const reading = codec.read(rest);
    if (typeof reading === 'string') return reading;
    const { value, byteLength } = reading;
    const most = Math.min(max, rest.length);
    if (!Number.isSafeInteger(byteLength) || byteLength < min || byteLength > most)
      return `${describe(byteLength)} for the number of bytes`;
    if (value === undefined || (type !== undefined && typeof value !== type)) return describe(value);
    const again = codec.write(value);
    if (!isTypedArray(again, 'Uint8Array') || !equalBytes(rest.subarray(0, byteLength), again))
      return `a value that is written as ${describe(again)}`;
    return { value, byteLength };
  } catch (error) {
    return thrownText(error);
  }
}

/**
 * What a codec of the author's writes for a value; a text where it refuses, or does what it must not: write what it
 * does not read, or reads as another value. Objects are held against one another by their bytes alone.
 */
export function customBytes<T>(
  codec: CustomCodec<T>,
  value: T,
  min: number,
  max: number,
  type?: CustomType,
): Uint8Array | string {
  if (value === undefined || (type !== undefined && typeof value !== type)) return describe(value);
  try {
    const made = codec.write(value);
    if (!isTypedArray(made, 'Uint8Array')) return typeof made === 'string' ? made : describe(made);
    const bytes = new Uint8Array(made); // a copy, as a plain array: it may be of any class, and somebody else's
    if (bytes.length < min || bytes.length > max) return `a value of ${byteCount(bytes.length)}`;
    const reading = customAt(codec, bytes, 0, bytes.length, bytes.length, bytes.length, type);
    if (typeof reading === 'string') return `a value of ${describe(bytes)}, of which it reads ${reading}`;
    const isOther = typeof value !== 'object' && !Object.is(value, reading.value);
    return isOther ? `a value that is read as ${describe(reading.value)}` : bytes;
  } catch (error) {
    return thrownText(error);
  }
}
