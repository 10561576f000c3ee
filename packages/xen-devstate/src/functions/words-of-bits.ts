/**
 * Words of 32 bits that so many bits take.
 *
 * @example `wordsOfBits(31)` is 1, `wordsOfBits(33)` is 2
 */
export function wordsOfBits(bits: number): number {
  return Math.ceil(bits / 32);
}
