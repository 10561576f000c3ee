import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from '@bytewright/runtime/codec';
import type { Gzip } from './generated/gzip.js';

/**
 * The data that a file holds.
 *
 * @throws RangeError where that would be more than `limit` bytes, and Error where the data is damaged
 */
export function inflate({ deflated, crc, size }: Gzip, limit = 1 << 26): Uint8Array {
  const data = inflateRawSync(deflated, { maxOutputLength: limit });
  if (crc32(data) !== crc || data.length !== size) throw new Error('the data is not what its checksum says');
  return data;
}

/** The same file with other data in it. */
export function withData(file: Gzip, data: Uint8Array): Gzip {
  const deflated = new Uint8Array(deflateRawSync(data));
  return { ...file, deflated, crc: crc32(data), size: data.length };
}
