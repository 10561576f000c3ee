import { copyBytes } from '../bytes/copy-bytes.js';
import { HALVES, HIGH, LOW, SIGNED, UNSIGNED } from './eight-bytes.js';
import { hostIsLittleEndian } from './host-is-little-endian.js';
import { turnAround } from './turn-around.js';

/**
 * Up to so many numbers are put together one by one: laying another array over a copy's memory, and turning it around there,
 * costs more than that. A loop for each type of array, as engines are slow where one sees many.
 */
const FEW = 64;

/** Up to so many numbers of 64 bits: engines keep them in the array itself, so that neither memory nor a buffer is made for them. */
const FEW_PAIRS = 8;

/** A copy in the machine's byte order. */
function copyNumbers(
  bytes: Uint8Array,
  from: number,
  count: number,
  size: number,
  littleEndian: boolean,
): ArrayBuffer {
  const copy = copyBytes(bytes, from, from + count * size);
  if (littleEndian !== hostIsLittleEndian) turnAround(copy, size);
  return copy.buffer;
}

/** Two bytes as a number of 16 bits; its sign is the array's. */
const halfAt = (bytes: Uint8Array, at: number, littleEndian: boolean): number => {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  return littleEndian ? first | (second << 8) : (first << 8) | second;
};

/** Four bytes as a number of 32 bits; its sign is the array's. */
const wordAt = (bytes: Uint8Array, at: number, littleEndian: boolean): number => {
  const a = bytes[at] ?? 0;
  const b = bytes[at + 1] ?? 0;
  const c = bytes[at + 2] ?? 0;
  const d = bytes[at + 3] ?? 0;
  return littleEndian ? a | (b << 8) | (c << 16) | (d << 24) : (a << 24) | (b << 16) | (c << 8) | d;
};

/** `count` bytes from `from` on, as a copy. */
export function readUint8Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  _littleEndian?: boolean,
): Uint8Array {
  if (count > FEW) return copyBytes(bytes, from, from + count);
  const numbers = new Uint8Array(count);
  for (let i = 0; i < count; i++) numbers[i] = bytes[from + i] ?? 0;
  return numbers;
}

/** `count` signed bytes from `from` on. */
export function readInt8Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  _littleEndian?: boolean,
): Int8Array {
  if (count > FEW) return new Int8Array(copyBytes(bytes, from, from + count).buffer);
  const numbers = new Int8Array(count);
  for (let i = 0; i < count; i++) numbers[i] = bytes[from + i] ?? 0;
  return numbers;
}

/** `count` unsigned 16-bit numbers from `from` on. */
export function readUint16Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Uint16Array {
  if (count > FEW) return new Uint16Array(copyNumbers(bytes, from, count, 2, littleEndian));
  const numbers = new Uint16Array(count);
  for (let i = 0; i < count; i++) numbers[i] = halfAt(bytes, from + 2 * i, littleEndian);
  return numbers;
}

/** `count` signed 16-bit numbers from `from` on. */
export function readInt16Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Int16Array {
  if (count > FEW) return new Int16Array(copyNumbers(bytes, from, count, 2, littleEndian));
  const numbers = new Int16Array(count);
  for (let i = 0; i < count; i++) numbers[i] = halfAt(bytes, from + 2 * i, littleEndian);
  return numbers;
}

/** `count` unsigned 32-bit numbers from `from` on: `00 00 00 01` is 1 in big-endian. */
export function readUint32Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Uint32Array {
  if (count > FEW) return new Uint32Array(copyNumbers(bytes, from, count, 4, littleEndian));
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = wordAt(bytes, from + 4 * i, littleEndian);
  return numbers;
}

/** `count` signed 32-bit numbers from `from` on. */
export function readInt32Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Int32Array {
  if (count > FEW) return new Int32Array(copyNumbers(bytes, from, count, 4, littleEndian));
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = wordAt(bytes, from + 4 * i, littleEndian);
  return numbers;
}

/** `count` unsigned 64-bit numbers from `from` on. */
export function readBigUint64Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): BigUint64Array {
  if (count > FEW_PAIRS) return new BigUint64Array(copyNumbers(bytes, from, count, 8, littleEndian));
  const numbers = new BigUint64Array(count);
  const [first, second] = littleEndian ? [LOW, HIGH] : [HIGH, LOW];
  for (let i = 0; i < count; i++) {
    HALVES[first] = wordAt(bytes, from + 8 * i, littleEndian);
    HALVES[second] = wordAt(bytes, from + 8 * i + 4, littleEndian);
    numbers[i] = UNSIGNED[0] ?? 0n;
  }
  return numbers;
}

/** `count` signed 64-bit numbers from `from` on. */
export function readBigInt64Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): BigInt64Array {
  if (count > FEW_PAIRS) return new BigInt64Array(copyNumbers(bytes, from, count, 8, littleEndian));
  const numbers = new BigInt64Array(count);
  const [first, second] = littleEndian ? [LOW, HIGH] : [HIGH, LOW];
  for (let i = 0; i < count; i++) {
    HALVES[first] = wordAt(bytes, from + 8 * i, littleEndian);
    HALVES[second] = wordAt(bytes, from + 8 * i + 4, littleEndian);
    numbers[i] = SIGNED[0] ?? 0n;
  }
  return numbers;
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
