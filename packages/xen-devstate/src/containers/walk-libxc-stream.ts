import { readLibxcHeader } from '../generated/containers/libxc-header.js';
import { readLibxcRecordHeader } from '../generated/containers/libxc-record.js';
import type { Cursor } from './cursor.js';
import { LIBXC_END } from './schemas/libxc-record.js';

/**
 * Skips a libxc stream, record by record, without reading any of the memory in it.
 *
 * @param path - the path of the stream in the container, for errors
 * @throws DecodeError if it is not a stream of version 2 or 3, or ends without a record of type END
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

/** The number of bytes that pad a body to a multiple of 8. */
export function paddingOf(length: number): number {
  return (8 - (length % 8)) % 8;
}
