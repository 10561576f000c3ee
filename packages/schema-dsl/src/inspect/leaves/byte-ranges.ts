/** Bytes that differ, at an offset from the start of both. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** The maximum gap of equal bytes within a range; without it, there would be many tiny ranges. */
const JOINED = 4;

/**
 * The differences between two byte sequences. Bytes that only the longer one has count as different.
 *
 * @example of `00 01 02` and `00 ff 02 03`: one byte at 1, one byte at 3, reported as one range
 */
export function byteRanges(a: Uint8Array, b: Uint8Array): readonly ByteRange[] {
  const ranges: { offset: number; length: number }[] = [];
  const longest = Math.max(a.length, b.length);
  for (let offset = 0; offset < longest; offset++) {
    if (a[offset] === b[offset]) continue;
    const last = ranges.at(-1);
    if (last !== undefined && offset - (last.offset + last.length) < JOINED)
      last.length = offset + 1 - last.offset;
    else ranges.push({ offset, length: 1 });
  }
  return ranges;
}
