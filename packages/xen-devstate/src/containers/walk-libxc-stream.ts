import { readLibxcHeader } from '../generated/containers/libxc-header.js';
import { readLibxcRecordHeader } from '../generated/containers/libxc-record.js';
import type { Cursor } from './cursor.js';
import { LIBXC_END } from './schemas/libxc-record.js';

/**
 * Passes over a libxc stream, record by record: of the memory in it, nothing is read.
 *
 * @param path - where the stream is in the container, for errors
 * @throws DecodeError where it is no stream of version 2 or 3, or ends without a record of type END
 */
export function walkLibxcStream(cursor: Cursor, path: string): void {
  cursor.read(readLibxcHeader, `${path}.header`);
  for (let index = 0; ; index++) {
    const record = `${path}.records[${index}]`;
    const { type, length } = cursor.read(readLibxcRecordHeader, record);
    cursor.skip(length, `${record}.body`);
    cursor.skip(paddingOf(length), `${record}.padding`);
    if (type === LIBXC_END) return;
  }
}

/** The bytes that fill a body up to a multiple of 8. */
export function paddingOf(length: number): number {
  return (8 - (length % 8)) % 8;
}
