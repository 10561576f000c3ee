import { grownValue } from '../errors/changed-value.js';
import { describe } from '../errors/describe.js';
import { encodeFailure } from '../errors/failures.js';
import type { Bytes } from './bytes.js';

/**
 * Offset of the first terminator in a range, or -1. It is found in linear time, whatever the bytes (Knuth, Morris
 * and Pratt's search), and only at a whole number of units from the beginning of the range.
 *
 * @example `0d 0a` is found at 2 in `61 0d 0d 0a`; `00 00` in units of 2 is found at 2 in `00 01 00 00`
 */
export function findTerminator(
  bytes: Uint8Array,
  from: number,
  to: number,
  terminator: readonly number[],
  unit: 1 | 2 = 1,
): number {
  const [only, second] = terminator;
  if (only !== undefined && second === undefined && unit === 1) {
    // of the range alone: a search over the whole input would cost that much for each of its fields
    const at = bytes.subarray(from, to).indexOf(only);
    return at < 0 ? -1 : from + at;
  }
  const borders = bordersOf(terminator);
  let matched = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    while (matched > 0 && byte !== terminator[matched]) matched = borders[matched - 1] ?? 0;
    if (byte === terminator[matched]) matched++;
    if (matched < terminator.length) continue;
    const start = at + 1 - matched;
    if ((start - from) % unit === 0) return start;
    matched = borders[matched - 1] ?? 0;
  }
  return -1;
}

/** For each beginning of the terminator, the length of the longest shorter beginning that it also ends with. */
function bordersOf(terminator: readonly number[]): readonly number[] {
  const borders = [0];
  let length = 0;
  for (let i = 1; i < terminator.length; i++) {
    while (length > 0 && terminator[i] !== terminator[length]) length = borders[length - 1] ?? 0;
    if (terminator[i] === terminator[length]) length++;
    borders.push(length);
  }
  return borders;
}

/**
 * Writes the terminator behind content that lies between two offsets, and gives the offset behind it.
 *
 * @throws EncodeError `ambiguous` where a terminator would be found before, be it in the content or begun there:
 * the content `61 62` cannot be ended by `61 62 61`. `wrong-length` where the value has grown since it was sized.
 */
export function writeTerminator(
  output: Bytes,
  terminator: readonly number[],
  start: number,
  offset: number,
  path: string,
  unit: 1 | 2 = 1,
): number {
  const { bytes } = output;
  const end = offset + terminator.length;
  if (end > bytes.length) {
    throw grownValue(start, path, bytes.length - start, end - start);
  }
  bytes.set(terminator, offset);
  const found = findTerminator(bytes, start, end, terminator, unit);
  if (found < offset) {
    const expected = `no terminator ${describe(Uint8Array.from(terminator))} in the content`;
    throw encodeFailure('ambiguous', start, path, expected, `one at byte ${found - start}`);
  }
  return end;
}
