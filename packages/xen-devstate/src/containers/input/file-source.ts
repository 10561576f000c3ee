import { fstatSync, readSync } from 'node:fs';
import type { ByteSource } from '../index.js';

/**
 * A source of the bytes of an open file, which is read at positions: even an image of several gigabytes is never loaded.
 *
 * @param descriptor - a file that stays open and is not written to meanwhile
 * @throws RangeError if it is not a regular file, such as a pipe; reading throws errors of the file system
 */
export function fileSource(descriptor: number): ByteSource {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) throw new RangeError('Only a regular file can be read at positions');
  const { size } = stats;
  return { size, read: (offset, length) => readAt(descriptor, offset, length) };
}

function readAt(descriptor: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, offset + filled);
    if (count === 0) throw new RangeError('The file was truncated while it was read');
    filled += count;
  }
  return bytes;
}
