/** Whether this machine keeps the least significant byte first. */
const hostIsLittleEndian: boolean =
  /*@__PURE__*/ new Uint8Array(/*@__PURE__*/ new Uint16Array([1]).buffer)[0] === 1;

/** Reverses the bytes of each number in place, where the wire's byte order is not the machine's. */
export function swapBytes(bytes: Uint8Array, size: number, littleEndian: boolean): void {
  if (size === 1 || littleEndian === hostIsLittleEndian) return;
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

function copyNumbers(
  bytes: Uint8Array,
  from: number,
  count: number,
  size: number,
  littleEndian: boolean,
): ArrayBuffer {
  const copy = new Uint8Array(count * size);
  copy.set(bytes.subarray(from, from + count * size));
  if (size === 2) swap16(copy, littleEndian);
  else if (size === 4) swap32(copy, littleEndian);
  else swapBytes(copy, size, littleEndian);
  return copy.buffer;
}

function swap16(bytes: Uint8Array, littleEndian: boolean): void {
  if (littleEndian === hostIsLittleEndian) return;
  const numbers = new Uint16Array(bytes.buffer);
  for (let i = 0; i < numbers.length; i++) {
    const n = numbers[i] ?? 0;
    numbers[i] = (n << 8) | (n >> 8);
  }
}

function swap32(bytes: Uint8Array, littleEndian: boolean): void {
  if (littleEndian === hostIsLittleEndian) return;
  const numbers = new Uint32Array(bytes.buffer);
  for (let i = 0; i < numbers.length; i++) {
    const n = numbers[i] ?? 0;
    numbers[i] = (n << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24);
  }
}

/** `count` bytes from `from` on, as a copy. */
export function readUint8Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  _littleEndian?: boolean,
): Uint8Array {
  return new Uint8Array(copyNumbers(bytes, from, count, 1, true));
}

/** `count` signed bytes from `from` on. */
export function readInt8Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  _littleEndian?: boolean,
): Int8Array {
  return new Int8Array(copyNumbers(bytes, from, count, 1, true));
}

/** `count` unsigned 16-bit numbers from `from` on. */
export function readUint16Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Uint16Array {
  return new Uint16Array(copyNumbers(bytes, from, count, 2, littleEndian));
}

/** `count` signed 16-bit numbers from `from` on. */
export function readInt16Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Int16Array {
  return new Int16Array(copyNumbers(bytes, from, count, 2, littleEndian));
}

/** `count` unsigned 32-bit numbers from `from` on: `00 00 00 01` is 1 in big-endian. */
export function readUint32Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Uint32Array {
  return new Uint32Array(copyNumbers(bytes, from, count, 4, littleEndian));
}

/** `count` signed 32-bit numbers from `from` on. */
export function readInt32Array(
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): Int32Array {
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
