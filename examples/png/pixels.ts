import { inflateSync } from 'node:zlib';
import type { Png } from './generated/png.js';

/**
 * Inflates the image data of a file: for each row a filter byte, then the row (PNG specification, 9 and 10).
 *
 * @throws RangeError if that would be more than `limit` bytes, and Error if the data is damaged
 */
export function inflateImage({ chunks }: Png, limit = 1 << 26): Uint8Array {
  const parts = chunks.flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : []));
  return new Uint8Array(inflateSync(Buffer.concat(parts), { maxOutputLength: limit }));
}
