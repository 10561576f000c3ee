import type { ByteRange } from './byte-range.js';
import type { ByteSource } from './byte-source.js';

/** The maximum size of the JSON: that of a large machine is some hundred thousand bytes. */
const MOST_OF_A_DESCRIPTION = 2 ** 24;
const WINDOW = 65_536;
/** `06` and four bytes of length. */
const HEADER = 5;

/**
 * Finds the JSON of the VMDESCRIPTION at the end of a migration stream, whatever precedes it: `06`, a length that extends
 * exactly to the end of the file, and a `{`. Only text is searched, at most 16 MiB.
 *
 * Source: QEMU scripts/analyze-migration.py, which also searches from the end.
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

/** The first byte of the length is not text, as the length is below 2^29; so the marker is 1 to 4 bytes before a non-text byte. */
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

/** Whether a byte may occur in JSON: anything but control characters other than white space. */
function isText(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
}
