/** Up to so many numbers are moved one by one: laying another array over an array's memory costs more than that. */
const FEW = 32;

/** Arrays of integers of up to 32 bits, whose numbers are made of bytes by shifting. */
export type IntegerArray = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;

/** Whether numbers are so few that moving them one by one is faster. */
export const areFew = (count: number): boolean => count <= FEW;

/**
 * Fills an array from bytes in a byte order. The array turns what is too large for it into its own sign.
 *
 * @example a `Int16Array` of 2 from `ff fe 00 01` in big-endian is -2, 1
 */
export function readFew<A extends IntegerArray>(
  numbers: A,
  bytes: Uint8Array,
  from: number,
  littleEndian: boolean,
): A {
  const size = numbers.BYTES_PER_ELEMENT;
  for (let i = 0, start = from; i < numbers.length; i++, start += size) {
    let number = 0;
    for (let k = 0; k < size; k++)
      number = (number << 8) | (bytes[littleEndian ? start + size - 1 - k : start + k] ?? 0);
    numbers[i] = number;
  }
  return numbers;
}

/** Writes an array's numbers in a byte order. */
export function writeFew(
  numbers: IntegerArray,
  bytes: Uint8Array,
  from: number,
  littleEndian: boolean,
): void {
  const size = numbers.BYTES_PER_ELEMENT;
  for (let i = 0, start = from; i < numbers.length; i++, start += size) {
    const number = numbers[i] ?? 0;
    for (let k = 0; k < size; k++)
      bytes[littleEndian ? start + k : start + size - 1 - k] = number >>> (8 * k);
  }
}
