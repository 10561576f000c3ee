import { thrownText } from '../checksums/checksum-of.js';
import { describe } from '../errors/describe.js';
import { isTypedArray } from '../values/is-typed-array.js';

/**
 * A copy of bytes, each of which is combined with one of the key by exclusive or; the key begins anew at its end. The
 * same key undoes it.
 *
 * @example `01 02 03` with the key `f0 0f` is `f1 0d f3`
 */
export function xorBytes(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte ^ (key[at % key.length] ?? 0));
}

/** The bytes of a number as a key, most significant one first; `undefined` for anything but a number of `size` bytes. */
export function keyBytes(key: unknown, size: number): Uint8Array | undefined {
  if (typeof key !== 'number' || !Number.isSafeInteger(key) || key < 0 || key >= 2 ** (8 * size))
    return undefined;
  return Uint8Array.from({ length: size }, (_, at) => Math.floor(key / 2 ** (8 * (size - 1 - at))) & 0xff);
}

/**
 * A copy of bytes, each of which is rotated to the left by so many bits, 0 to 7.
 *
 * @example `81` rotated by 1 is `03`
 */
export function rotateBytes(bytes: Uint8Array, bits: number): Uint8Array {
  return bytes.map((byte) => (byte << bits) | (byte >>> (8 - bits)));
}

/**
 * A copy of bytes in which each group of `size` stands in reverse order. The number of bytes is a multiple of that.
 *
 * @example `01 02 03 04` in groups of 2 is `02 01 04 03`
 */
export function reverseGroups(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.map((_, at) => bytes[at - (at % size) + size - 1 - (at % size)] ?? 0);
}

/** What a function of the schema's author makes of bytes: as many, or else a text that says what is wrong. */
export function processBytes(
  transform: (bytes: Uint8Array) => unknown,
  bytes: Uint8Array,
): Uint8Array | string {
  try {
    const made = transform(bytes);
    // a copy, as a plain array: what is given back may be of any class, and somebody else's
    if (isTypedArray(made, 'Uint8Array') && made.length === bytes.length) return new Uint8Array(made);
    return describe(made);
  } catch (error) {
    return thrownText(error);
  }
}
