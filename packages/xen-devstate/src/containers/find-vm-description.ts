import type { ByteRange } from './byte-range.js';
import type { ByteSource } from './byte-source.js';

/** Bytes of JSON that no machine comes near: that of a large one has some hundred thousand. */
const MOST_OF_A_DESCRIPTION = 2 ** 24;
const WINDOW = 65_536;
/** `06` and four bytes of length. */
const HEADER = 5;

/**
 * Finds the JSON of VMDESCRIPTION at the end of a migration stream, whatever is in front of it: `06`, a length that reaches
 * exactly to the end of the file, and a `{`. Only text is passed over on the way, at most 16 MiB.
 *
 * Source: QEMU scripts/analyze-migration.py, which looks for it from the end as well.
 */
export function findVmDescription(source: ByteSource): ByteRange | undefined {
  const { size } = source;
  const floor = Math.max(0, size - MOST_OF_A_DESCRIPTION - HEADER);
  for (let end = size; end > floor; end -= WINDOW) {
    const start = Math.max(floor, end - WINDOW);
    const window = source.read(start, end - start);
    for (let i = window.length - 1; i >= 0; i--)
      if (!isText(window[i])) return descriptionNear(source, start + i);
  }
  return undefined;
}

/** The length's first byte is no text, as the length is below 2 to the 29th; so the mark is 1 to 4 bytes in front of one. */
function descriptionNear(source: ByteSource, offset: number): ByteRange | undefined {
  for (let mark = offset - 1; mark >= Math.max(0, offset - 4); mark--) {
    if (mark + HEADER >= source.size) continue;
    const head = source.read(mark, HEADER + 1);
    const length = new DataView(head.buffer, head.byteOffset).getUint32(1);
    if (head[0] === 0x06 && head[HEADER] === 0x7b && mark + HEADER + length === source.size)
      return { offset: mark + HEADER, length };
  }
  return undefined;
}

/** Whether a byte may stand in JSON: anything but control characters, white space excepted. */
function isText(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
}
