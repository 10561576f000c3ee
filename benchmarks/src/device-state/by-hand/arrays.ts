import type { Reading } from './reading.js';
import type { Writing } from './writing.js';

// Short arrays are filled number by number; long ones are copied as they are, and their numbers turned around in place.
// Writing is fastest number by number.

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function sized(count: number, value: { readonly length: number }): void {
  if (value.length !== count) throw new RangeError(`${value.length} numbers, not ${count}`);
}

/** `count` unsigned 64-bit numbers in big-endian order. */
export function readBigUint64Array({ view }: Reading, at: number, count: number): BigUint64Array {
  const values = new BigUint64Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getBigUint64(at + 8 * i);
  return values;
}

/** Writes what {@link readBigUint64Array} reads. */
export function writeBigUint64Array(
  { view }: Writing,
  at: number,
  count: number,
  value: BigUint64Array,
): void {
  sized(count, value);
  for (let i = 0; i < count; i++) view.setBigUint64(at + 8 * i, value[i] ?? 0n);
}

/** `count` unsigned 32-bit numbers in big-endian order. */
export function readUint32Array({ view }: Reading, at: number, count: number): Uint32Array {
  const values = new Uint32Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getUint32(at + 4 * i);
  return values;
}

/** Writes what {@link readUint32Array} reads. */
export function writeUint32Array({ view }: Writing, at: number, count: number, value: Uint32Array): void {
  sized(count, value);
  for (let i = 0; i < count; i++) view.setUint32(at + 4 * i, value[i] ?? 0);
}

/** `count` signed 32-bit numbers in big-endian order. */
export function readInt32Array({ view }: Reading, at: number, count: number): Int32Array {
  const values = new Int32Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getInt32(at + 4 * i);
  return values;
}

/** Writes what {@link readInt32Array} reads. */
export function writeInt32Array({ view }: Writing, at: number, count: number, value: Int32Array): void {
  sized(count, value);
  for (let i = 0; i < count; i++) view.setInt32(at + 4 * i, value[i] ?? 0);
}

/** `count` unsigned 16-bit numbers in big-endian order. */
export function readUint16Array({ view }: Reading, at: number, count: number): Uint16Array {
  const values = new Uint16Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getUint16(at + 2 * i);
  return values;
}

/** Writes what {@link readUint16Array} reads. */
export function writeUint16Array({ view }: Writing, at: number, count: number, value: Uint16Array): void {
  sized(count, value);
  for (let i = 0; i < count; i++) view.setUint16(at + 2 * i, value[i] ?? 0);
}

/** `count` unsigned 32-bit numbers in little-endian order. */
export function readUint32ArrayLittle({ view }: Reading, at: number, count: number): Uint32Array {
  const values = new Uint32Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getUint32(at + 4 * i, true);
  return values;
}

/** Writes what {@link readUint32ArrayLittle} reads. */
export function writeUint32ArrayLittle(
  { view }: Writing,
  at: number,
  count: number,
  value: Uint32Array,
): void {
  sized(count, value);
  for (let i = 0; i < count; i++) view.setUint32(at + 4 * i, value[i] ?? 0, true);
}

/** Many unsigned 32-bit numbers in big-endian order. */
export function readManyUint32Array({ bytes }: Reading, at: number, count: number): Uint32Array {
  const values = new Uint32Array(bytes.slice(at, at + 4 * count).buffer);
  if (isLittleEndian) turnAround(values);
  return values;
}

function turnAround(values: Uint32Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    values[i] = (value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
  }
}
