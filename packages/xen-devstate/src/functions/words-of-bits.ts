/**
 * The number of 32-bit words that a number of bits take.
 *
 * @example `wordsOfBits(31)` is 1, `wordsOfBits(33)` is 2
 */
export function wordsOfBits(bits: number): number {
  return Math.ceil(bits / 32);
}
