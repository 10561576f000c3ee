/**
 * The bytes of hexadecimal digits, two per byte, in either case; the caller has validated them.
 *
 * @example `bytesOfDigits('01fF')` is `01 ff`
 */
export function bytesOfDigits(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = (nibble(digits.charCodeAt(2 * i)) << 4) | nibble(digits.charCodeAt(2 * i + 1));
  return bytes;
}

/** `0`–`9` are 0x30 to 0x39; in letters of both cases the lower five bits give the position in the alphabet. */
function nibble(code: number): number {
  return code < 0x40 ? code & 0xf : (code & 0x1f) + 9;
}
