/** Adler-32 (RFC 1950, section 8.2). */
export default function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

/** The checksum of a tar header (POSIX, ustar): the sum of all bytes as six octal digits, a NUL and a space. */
export function tarSum(bytes: Uint8Array): Uint8Array {
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return Uint8Array.from(`${sum.toString(8).padStart(6, '0')}\0 `, (char) => char.charCodeAt(0));
}
