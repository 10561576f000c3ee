import { grownValue } from '../errors/changed-value.js';
import type { Output } from '../output/output.js';
import { writeBytes } from '../output/write-bytes.js';
import type { NumberArray } from '../values/number-array.js';
import { HALVES, HIGH, LOW, SIGNED, UNSIGNED } from './eight-bytes.js';
import { hostIsLittleEndian } from './host-is-little-endian.js';
import { turnAround } from './turn-around.js';

// One function for each type of array: engines are slow where a loop sees many.

/** Up to so many numbers are written one by one; more are copied as they are, and turned around where they lie then. */
const FEW = 64;

/** Up to so many numbers of 64 bits, which engines keep in the array itself: to ask for its buffer would make one. */
const FEW_PAIRS = 8;

/** Writes many numbers, and gives the offset behind them. */
function writeMany(
  output: Output,
  numbers: NumberArray,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const after = writeBytes(output, bytes, offset, path);
  if (littleEndian !== hostIsLittleEndian)
    turnAround(output.bytes.subarray(offset, after), numbers.BYTES_PER_ELEMENT);
  return after;
}

/** The offset behind numbers that are written at another one. @throws EncodeError `wrong-length` as {@link writeBytes} does */
function behind(output: Output, { byteLength }: NumberArray, offset: number, path: string): number {
  const room = output.bytes.length - offset;
  if (byteLength > room) throw grownValue(offset, path, room, byteLength);
  return offset + byteLength;
}

/** Writes unsigned bytes, and gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeUint8Array(
  output: Output,
  numbers: Uint8Array,
  _littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW) return writeMany(output, numbers, hostIsLittleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  for (let i = 0; i < numbers.length; i++) view.setUint8(offset + i, numbers[i] ?? 0);
  return after;
}

/** Writes signed bytes, and gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeInt8Array(
  output: Output,
  numbers: Int8Array,
  _littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW) return writeMany(output, numbers, hostIsLittleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  for (let i = 0; i < numbers.length; i++) view.setInt8(offset + i, numbers[i] ?? 0);
  return after;
}

/** Writes unsigned 16-bit numbers, and gives the offset behind them. @example `[1, 2]` in big-endian is `00 01 00 02` @throws EncodeError `wrong-length` where they do not fit */
export function writeUint16Array(
  output: Output,
  numbers: Uint16Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW) return writeMany(output, numbers, littleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  for (let i = 0; i < numbers.length; i++) view.setUint16(offset + 2 * i, numbers[i] ?? 0, littleEndian);
  return after;
}

/** Writes signed 16-bit numbers, and gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeInt16Array(
  output: Output,
  numbers: Int16Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW) return writeMany(output, numbers, littleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  for (let i = 0; i < numbers.length; i++) view.setInt16(offset + 2 * i, numbers[i] ?? 0, littleEndian);
  return after;
}

/** Writes unsigned 32-bit numbers, and gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeUint32Array(
  output: Output,
  numbers: Uint32Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW) return writeMany(output, numbers, littleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  for (let i = 0; i < numbers.length; i++) view.setUint32(offset + 4 * i, numbers[i] ?? 0, littleEndian);
  return after;
}

/** Writes signed 32-bit numbers, and gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeInt32Array(
  output: Output,
  numbers: Int32Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW) return writeMany(output, numbers, littleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  for (let i = 0; i < numbers.length; i++) view.setInt32(offset + 4 * i, numbers[i] ?? 0, littleEndian);
  return after;
}

/** Writes unsigned 64-bit numbers; gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeBigUint64Array(
  output: Output,
  numbers: BigUint64Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW_PAIRS) return writeMany(output, numbers, littleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  const [first, second] = littleEndian ? [LOW, HIGH] : [HIGH, LOW];
  for (let i = 0; i < numbers.length; i++) {
    UNSIGNED[0] = numbers[i] ?? 0n;
    view.setUint32(offset + 8 * i, HALVES[first] ?? 0, littleEndian);
    view.setUint32(offset + 8 * i + 4, HALVES[second] ?? 0, littleEndian);
  }
  return after;
}

/** Writes signed 64-bit numbers; gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeBigInt64Array(
  output: Output,
  numbers: BigInt64Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  if (numbers.length > FEW_PAIRS) return writeMany(output, numbers, littleEndian, offset, path);
  const after = behind(output, numbers, offset, path);
  const { view } = output;
  const [first, second] = littleEndian ? [LOW, HIGH] : [HIGH, LOW];
  for (let i = 0; i < numbers.length; i++) {
    SIGNED[0] = numbers[i] ?? 0n;
    view.setUint32(offset + 8 * i, HALVES[first] ?? 0, littleEndian);
    view.setUint32(offset + 8 * i + 4, HALVES[second] ?? 0, littleEndian);
  }
  return after;
}

/** Writes 32-bit floats, moved as bytes: a NaN keeps its payload; gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeFloat32Array(
  output: Output,
  numbers: Float32Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  return writeMany(output, numbers, littleEndian, offset, path);
}

/** Writes 64-bit floats, moved as bytes: a NaN keeps its payload; gives the offset behind them. @throws EncodeError `wrong-length` where they do not fit */
export function writeFloat64Array(
  output: Output,
  numbers: Float64Array,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  return writeMany(output, numbers, littleEndian, offset, path);
}
