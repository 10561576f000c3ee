import { inflateRawSync } from 'node:zlib';

/** Magic, method, flags, time, extra flags, system. */
const FIXED_HEADER = 10;
/** Checksum, and inflated size. */
const TRAILER = 8;
/** The maximum number of members to count: a few bytes can contain very many empty ones. */
export const MOST_MEMBERS = 1024;
const FLAG = { checksum: 0x02, extra: 0x04, name: 0x08, comment: 0x10 } as const;

/**
 * Counts the members of gzip data, which are complete gzip files written one after the other.
 *
 * If there is only one member, the size at its end is that of all the data, so data is hardly ever inflated a second time for
 * this. Source: RFC 1952, section 2.
 *
 * @param gzip intact gzip data
 * @param size the total inflated size
 */
export function countMembers(gzip: Uint8Array, size: number): number {
  const view = new DataView(gzip.buffer, gzip.byteOffset, gzip.byteLength);
  if (gzip.length >= FIXED_HEADER + TRAILER && view.getUint32(gzip.length - 4, true) === size % 2 ** 32)
    return 1;
  let [members, at] = [0, 0];
  while (members < MOST_MEMBERS && gzip[at] === 0x1f && gzip[at + 1] === 0x8b) {
    const start = endOfHeader(gzip, view, at);
    const { engine } = inflateRawSync(gzip.subarray(start), {
      info: true,
      maxOutputLength: Math.max(1, size),
    }) as unknown as { readonly engine: { readonly bytesWritten: number } }; // the result of `info` is not in the types
    members++;
    at = start + engine.bytesWritten + TRAILER;
  }
  return members;
}

function endOfHeader(gzip: Uint8Array, view: DataView, start: number): number {
  const flags = gzip[start + 3] ?? 0;
  let at = start + FIXED_HEADER;
  if (flags & FLAG.extra) at += 2 + view.getUint16(at, true);
  if (flags & FLAG.name) at = gzip.indexOf(0, at) + 1;
  if (flags & FLAG.comment) at = gzip.indexOf(0, at) + 1;
  return flags & FLAG.checksum ? at + 2 : at;
}
