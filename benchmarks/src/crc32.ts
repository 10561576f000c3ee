import { crc32 as platformCrc32 } from 'node:zlib';

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** Bytes from which on the platform's function is faster: a call of it takes as long as some tens of bytes. */
const MANY = 64;

/** CRC-32 as an author by hand would have it: short runs by a table, others by the platform. */
export function crc32(bytes: Uint8Array, from: number, to: number): number {
  if (to - from >= MANY) return platformCrc32(bytes.subarray(from, to));
  let crc = 0xffffffff;
  for (let at = from; at < to; at++) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
