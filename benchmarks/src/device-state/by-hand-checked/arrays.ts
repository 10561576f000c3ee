import type { Reading } from '../by-hand/reading.js';
import type { Writing } from '../by-hand/writing.js';

// In place of by-hand/arrays: what is written is checked, and long arrays of 32 bits are turned around in bulk.

export {
  readBigUint64Array,
  readInt32Array,
  readUint16Array,
  readUint32Array,
  readUint32ArrayLittle,
} from '../by-hand/arrays.js';

/** Numbers from which on it is faster to copy and to swap. */
const MANY = 64;

/** Many unsigned 32-bit numbers in big-endian order. */
export function readManyUint32Array({ bytes }: Reading, at: number, count: number): Uint32Array {
  const copy = bytes.slice(at, at + 4 * count);
  Buffer.from(copy.buffer).swap32(); // on a little-endian machine, as all are that it is measured on
  return new Uint32Array(copy.buffer);
}

function check(isType: boolean, count: number, { length }: { readonly length: number }): void {
  if (!isType || length !== count) throw new RangeError(`${length} numbers, not ${count}`);
}

/** Writes unsigned 32-bit numbers in big-endian order. */
export function writeUint32Array(
  { bytes, view }: Writing,
  at: number,
  count: number,
  value: Uint32Array,
): void {
  check(value instanceof Uint32Array, count, value);
  if (count < MANY) {
    for (let i = 0; i < count; i++) view.setUint32(at + 4 * i, value[i] ?? 0);
    return;
  }
  bytes.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), at);
  Buffer.from(bytes.buffer, bytes.byteOffset + at, 4 * count).swap32();
}

/** Writes unsigned 64-bit numbers in big-endian order. */
export function writeBigUint64Array(
  { view }: Writing,
  at: number,
  count: number,
  value: BigUint64Array,
): void {
  check(value instanceof BigUint64Array, count, value);
  for (let i = 0; i < count; i++) view.setBigUint64(at + 8 * i, value[i] ?? 0n);
}

/** Writes signed 32-bit numbers in big-endian order. */
export function writeInt32Array({ view }: Writing, at: number, count: number, value: Int32Array): void {
  check(value instanceof Int32Array, count, value);
  for (let i = 0; i < count; i++) view.setInt32(at + 4 * i, value[i] ?? 0);
}

/** Writes unsigned 16-bit numbers in big-endian order. */
export function writeUint16Array({ view }: Writing, at: number, count: number, value: Uint16Array): void {
  check(value instanceof Uint16Array, count, value);
  for (let i = 0; i < count; i++) view.setUint16(at + 2 * i, value[i] ?? 0);
}

/** Writes unsigned 32-bit numbers in little-endian order. */
export function writeUint32ArrayLittle(
  { view }: Writing,
  at: number,
  count: number,
  value: Uint32Array,
): void {
  check(value instanceof Uint32Array, count, value);
  for (let i = 0; i < count; i++) view.setUint32(at + 4 * i, value[i] ?? 0, true);
}
