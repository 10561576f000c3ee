/**
 * Bytes from digits of base 16, in groups as one likes.
 *
 * @example `bytesOfHex('01 ff')` has the bytes 1 and 255
 */
export function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits.replaceAll(/\s/g, ''), 'hex'));
}
