/**
 * The number of bytes that a number of bits take.
 *
 * @example `bytesOfBits(5)` is 1, `bytesOfBits(9)` is 2
 */
export function bytesOfBits(bits: number): number {
  return Math.ceil(bits / 8);
}
