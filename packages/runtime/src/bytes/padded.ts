import { grownValue } from '../errors/changed-value.js';
import { describe } from '../errors/describe.js';
import { byteCount, encodeFailure } from '../errors/failures.js';
import type { Bytes } from './bytes.js';

/**
 * Where the content of a padded field ends: in front of the fill that the field ends with. The fill is one unit,
 * of a byte or two; a field that is not a whole number of units has no fill.
 *
 * @example in `61 00 62 00 00` with the fill `00` the content ends at 3
 */
export function trimFill(bytes: Uint8Array, from: number, to: number, fill: readonly number[]): number {
  const unit = fill.length;
  let end = to;
  if ((to - from) % unit !== 0) return end;
  while (end > from && isFill(bytes, end - unit, fill)) end -= unit;
  return end;
}

/**
 * Writes fill behind content that lies between two offsets, up to the field's end, and gives that.
 *
 * @throws EncodeError `ambiguous` where the content ends with the fill, as it would be read without;
 * `wrong-length` where what is left is not a whole number of units, or the value has grown since it was sized.
 */
export function writeFill(
  output: Bytes,
  fill: readonly number[],
  start: number,
  offset: number,
  end: number,
  path: string,
): number {
  const { bytes } = output;
  const unit = fill.length;
  if (end > bytes.length) throw grownValue(start, path, bytes.length - start, end - start);
  if ((end - offset) % unit !== 0) {
    const expected = `content that leaves room for whole units of ${byteCount(unit)}`;
    throw encodeFailure('wrong-length', start, path, expected, `room for ${byteCount(end - offset)}`);
  }
  if (trimFill(bytes, start, offset, fill) < offset) {
    const expected = `content that does not end with the fill ${describe(Uint8Array.from(fill))}`;
    throw encodeFailure('ambiguous', start, path, expected, `${byteCount(offset - start)} that end with it`);
  }
  for (let at = offset; at < end; at += unit) bytes.set(fill, at);
  return end;
}

function isFill(bytes: Uint8Array, at: number, fill: readonly number[]): boolean {
  for (let i = 0; i < fill.length; i++) if (bytes[at + i] !== fill[i]) return false;
  return true;
}
