import { nativeCrc32 } from '../platform.js';

/** The reversed polynomial 0xedb88320, of which each table is made. */
const POLYNOMIAL = 0xedb88320;

/** Bytes that are summed up at a time. */
const SLICE = 8;

/** From so many bytes on, calling the platform is worth it where it can do this. */
const MANY = 1024;

let tables: readonly Uint32Array[] | undefined;

/**
 * What a byte contributes that stands so many bytes in front of the last one: a table for each distance, so that a whole slice is
 * summed up without waiting for one byte after the other. Made where it is first needed: most programs never do.
 */
function tablesOf(): readonly Uint32Array[] {
  if (tables !== undefined) return tables;
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    return remainder;
  });
  const made = [first];
  for (let distance = 1; distance < SLICE; distance++) {
    const before = made[distance - 1] ?? first;
    made.push(before.map((remainder) => (remainder >>> 8) ^ (first[remainder & 0xff] ?? 0)));
  }
  tables = made;
  return made;
}

/**
 * The CRC-32 of IEEE 802.3, which Ethernet, gzip, PNG and ZIP use (CRC-32/ISO-HDLC in the catalogue of CRC
 * algorithms; RFC 1952, section 8).
 *
 * @returns an unsigned 32-bit number
 * @example `crc32` of the ASCII text "123456789" is 0xcbf43926
 */
export function crc32(bytes: Uint8Array): number {
  const native = bytes.length >= MANY && ArrayBuffer.isView(bytes) ? nativeCrc32() : undefined;
  if (native !== undefined) return native(bytes);
  const [a, b, c, d, e, f, g, h] = tablesOf() as readonly [T, T, T, T, T, T, T, T]; // as many as a slice has
  let remainder = 0xffffffff;
  let at = 0;
  for (; at + SLICE <= bytes.length; at += SLICE) {
    remainder ^= wordAt(bytes, at);
    remainder =
      (h[remainder & 0xff] ?? 0) ^
      (g[(remainder >>> 8) & 0xff] ?? 0) ^
      (f[(remainder >>> 16) & 0xff] ?? 0) ^
      (e[remainder >>> 24] ?? 0) ^
      (d[bytes[at + 4] ?? 0] ?? 0) ^
      (c[bytes[at + 5] ?? 0] ?? 0) ^
      (b[bytes[at + 6] ?? 0] ?? 0) ^
      (a[bytes[at + 7] ?? 0] ?? 0);
  }
  for (; at < bytes.length; at++)
    remainder = (remainder >>> 8) ^ (a[(remainder ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (remainder ^ 0xffffffff) >>> 0;
}

type T = Uint32Array;

const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) |
  ((bytes[at + 1] ?? 0) << 8) |
  ((bytes[at + 2] ?? 0) << 16) |
  ((bytes[at + 3] ?? 0) << 24);
