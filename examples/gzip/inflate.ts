import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from '@bytewright/runtime/codec';
import type { Gzip } from './generated/gzip.js';

/**
 * Inflates the data of a file.
 *
 * @throws RangeError if that would be more than `limit` bytes, and Error if the data is damaged
 */
export function inflate({ deflated, crc, size }: Gzip, limit = 1 << 26): Uint8Array {
  const data = inflateRawSync(deflated, { maxOutputLength: limit });
  if (crc32(data) !== crc || data.length !== size)
    throw new Error('the data does not match its checksum or size');
  return data;
}

/** The same file with its data replaced. */
export function withData(file: Gzip, data: Uint8Array): Gzip {
  const deflated = new Uint8Array(deflateRawSync(data));
  return { ...file, deflated, crc: crc32(data), size: data.length };
}
