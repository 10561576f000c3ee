import { copyBytes } from '../bytes/copy-bytes.js';
import { areFew, readFew } from './few-integers.js';
import { hostIsLittleEndian } from './swap-bytes.js';
import { turnAround } from './turn-around.js';

/** A copy in the machine's byte order. */
function copyNumbers(
  bytes: Uint8Array,
  from: number,
  count: number,
  size: number,
  littleEndian: boolean,
): ArrayBuffer {
  const copy = copyBytes(bytes, from, from + count * size);
  if (littleEndian !== hostIsLittleEndian) turnAround(copy.buffer, size);
  return copy.buffer;
}

/** `count` bytes from `from` on, as a copy. */
export function readUint8Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  _littleEndian?: boolean,
): Uint8Array {
  if (areFew(count)) return readFew(new Uint8Array(count), bytes, from, true);
  return new Uint8Array(copyNumbers(bytes, from, count, 1, true));
}

/** `count` signed bytes from `from` on. */
export function readInt8Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  _littleEndian?: boolean,
): Int8Array {
  if (areFew(count)) return readFew(new Int8Array(count), bytes, from, true);
  return new Int8Array(copyNumbers(bytes, from, count, 1, true));
}

/** `count` unsigned 16-bit numbers from `from` on. */
export function readUint16Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Uint16Array {
  if (areFew(count)) return readFew(new Uint16Array(count), bytes, from, littleEndian);
  return new Uint16Array(copyNumbers(bytes, from, count, 2, littleEndian));
}

/** `count` signed 16-bit numbers from `from` on. */
export function readInt16Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Int16Array {
  if (areFew(count)) return readFew(new Int16Array(count), bytes, from, littleEndian);
  return new Int16Array(copyNumbers(bytes, from, count, 2, littleEndian));
}

/** `count` unsigned 32-bit numbers from `from` on: `00 00 00 01` is 1 in big-endian. */
export function readUint32Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Uint32Array {
  if (areFew(count)) return readFew(new Uint32Array(count), bytes, from, littleEndian);
  return new Uint32Array(copyNumbers(bytes, from, count, 4, littleEndian));
}

/** `count` signed 32-bit numbers from `from` on. */
export function readInt32Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Int32Array {
  if (areFew(count)) return readFew(new Int32Array(count), bytes, from, littleEndian);
  return new Int32Array(copyNumbers(bytes, from, count, 4, littleEndian));
}

/** `count` unsigned 64-bit numbers from `from` on. */
export function readBigUint64Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): BigUint64Array {
  return new BigUint64Array(copyNumbers(bytes, from, count, 8, littleEndian));
}

/** `count` signed 64-bit numbers from `from` on. */
export function readBigInt64Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): BigInt64Array {
  return new BigInt64Array(copyNumbers(bytes, from, count, 8, littleEndian));
}

/** `count` 32-bit floats from `from` on, moved as bytes: a NaN keeps its payload. */
export function readFloat32Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Float32Array {
  return new Float32Array(copyNumbers(bytes, from, count, 4, littleEndian));
}

/** `count` 64-bit floats from `from` on, moved as bytes: a NaN keeps its payload. */
export function readFloat64Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Float64Array {
  return new Float64Array(copyNumbers(bytes, from, count, 8, littleEndian));
}
