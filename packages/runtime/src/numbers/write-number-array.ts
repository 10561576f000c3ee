import type { Output } from '../output/output.js';
import { writeBytes } from '../output/write-bytes.js';
import type { IntegerArray } from './few-integers.js';
import { areFew, writeFew } from './few-integers.js';
import type { NumberArray } from './number-array.js';
import { swapBytes } from './swap-bytes.js';

/**
 * Writes a typed array in a byte order, and gives the offset behind it.
 *
 * @throws EncodeError `wrong-length` where it does not fit: the value has grown since its size was taken.
 * @example `Uint16Array [1, 2]` in big-endian is `00 01 00 02`
 */
export function writeNumberArray(
  output: Output,
  numbers: NumberArray,
  littleEndian: boolean,
  offset: number,
  path: string,
): number {
  const after = offset + numbers.byteLength;
  if (isInteger(numbers) && after <= output.bytes.length) {
    if (areFew(numbers.length)) {
      writeFew(numbers, output.bytes, offset, littleEndian);
      return after;
    }
    if (numbers.BYTES_PER_ELEMENT === 4) {
      writeWords(numbers, output.view, offset, littleEndian);
      return after;
    }
  }
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const end = writeBytes(output, bytes, offset, path);
  swapBytes(output.bytes, offset, end, numbers.BYTES_PER_ELEMENT, littleEndian);
  return end;
}

/** A view turns words around as it writes them, which is faster than doing so afterwards, where none may be aligned. */
function writeWords(numbers: IntegerArray, view: DataView, from: number, littleEndian: boolean): void {
  for (let i = 0; i < numbers.length; i++) view.setUint32(from + 4 * i, numbers[i] ?? 0, littleEndian);
}

/** Whether an array holds integers of up to 32 bits; not by its class, which another realm has one of its own of. */
function isInteger(numbers: NumberArray): numbers is IntegerArray {
  return numbers.BYTES_PER_ELEMENT <= 4 && numbers[Symbol.toStringTag] !== 'Float32Array';
}
