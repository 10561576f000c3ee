import type { Output } from '../output/output.js';
import { createOutput } from '../output/output.js';

/** Bytes from `start` to `end` as a plain view, whatever class the input is of. */
export function spanOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start));
}

/**
 * A copy of the bytes from `start` to `end`, in which those from `from` to `to` are `fill`: a span that holds its own
 * checksum, as if that were not known yet.
 *
 * @example of the bytes `01 02 03 04` from 0 to 4, blanked from 1 to 3: `01 00 00 04`
 */
export function blankedSpan(
  bytes: Uint8Array,
  start: number,
  end: number,
  from: number,
  to: number,
  fill = 0,
): Uint8Array {
  // the slice of a plain view is a copy; that of a Buffer would be none
  return spanOf(bytes, start, end)
    .slice()
    .fill(fill, from - start, to - start);
}

/** The bytes of several parts, one after the other. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/**
 * The bytes of a header that is summed up but not on the wire.
 *
 * @throws EncodeError where a value does not fit its field.
 */
export function virtualBytes(size: number, write: (output: Output) => void): Uint8Array {
  const output = createOutput(size);
  write(output);
  return output.bytes;
}
