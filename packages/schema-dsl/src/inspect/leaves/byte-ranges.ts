/** Bytes that differ, at an offset counted from where both begin. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Equal bytes that do not end a range: a few of them between differing ones would make many small ranges. */
const JOINED = 4;

/**
 * Where two ranges of bytes differ. Bytes that one has more than the other differ.
 *
 * @example of `00 01 02` and `00 ff 02 03`: one byte at 1, one byte at 3, which are told of as one range
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
