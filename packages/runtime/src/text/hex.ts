/**
 * Bytes in base 16, two digits each.
 *
 * @param separator what stands between bytes
 * @example `hexOf(Uint8Array.of(0x0a, 0xff), ' ')` is `0a ff`
 */
export function hexOf(bytes: Iterable<number>, separator = ''): string {
  return Array.from(bytes, digitsOf).join(separator);
}

/**
 * A byte as a number in base 16.
 *
 * @example `hexByte(10)` is `0x0a`
 */
export function hexByte(byte: number | bigint): string {
  return `0x${digitsOf(byte)}`;
}

function digitsOf(byte: number | bigint): string {
  return byte.toString(16).padStart(2, '0');
}
