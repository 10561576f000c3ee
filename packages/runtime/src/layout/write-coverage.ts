import { checkKeys } from '../check/check-keys.js';
import { checkBytes, checkInteger, checkList, checkObject } from '../check/check-values.js';
import { atPath } from '../errors/at-path.js';
import { describe } from '../errors/describe.js';
import { byteCount, encodeFailure } from '../errors/failures.js';
import type { Output } from '../output/output.js';
import { writeBytes } from '../output/write-bytes.js';
import { isSize } from '../values/exact.js';
import type { Coverage } from './coverage.js';
import { addRange, arrangeCoverage, describeOverlap, pathOfRange } from './coverage.js';
import type { Gap } from './gap.js';

/**
 * Notes where a part of a value will lie.
 *
 * @throws EncodeError `out-of-range` for anything but an offset.
 */
export function coverPart(
  coverage: Coverage,
  offset: unknown,
  size: number,
  field: string,
  index = -1,
): void {
  if (!isSize(offset) || !isSize(offset + size)) {
    const path = pathOfRange({ start: 0, end: 0, field, index });
    throw encodeFailure('out-of-range', undefined, path, AN_OFFSET, describe(offset));
  }
  addRange(coverage, offset, offset + size, field, index);
}

const GAP_KEYS: readonly (keyof Gap)[] = ['offset', 'bytes'];

const AN_OFFSET = 'an offset, a non-negative integer';

/**
 * Notes where the gaps of a value lie. There is one way only to write them down: in order, none empty, and with
 * something between two of them.
 *
 * @throws EncodeError `wrong-type`, `out-of-range`, `wrong-length` or `mismatch` for gaps that decode would not give.
 */
export function placeGaps(coverage: Coverage, gaps: unknown, field: string): void {
  const list = checkList(gaps, undefined, field);
  let end = -1;
  let index = 0;
  try {
    for (; index < list.length; index++) end = placeGap(coverage, list[index], end, field, index);
  } catch (error) {
    throw atPath(error, `${field}[${index}]`);
  }
}

/** Notes where one gap lies; gives its end. */
function placeGap(coverage: Coverage, value: unknown, after: number, field: string, index: number): number {
  checkKeys(value, GAP_KEYS, undefined, '');
  const gap = value as Partial<Gap>; // an object, whose members are looked at here
  const offset = checkInteger(gap.offset, 0, Number.MAX_SAFE_INTEGER, undefined, 'offset', 'offset');
  const { length } = checkBytes(gap.bytes, undefined, 'bytes');
  if (length === 0) throw encodeFailure('wrong-length', undefined, 'bytes', 'length 1 or more', 'length 0');
  if (offset <= after) {
    const expected = `an offset behind ${describe(after)}, where the gap before ends`;
    throw encodeFailure('mismatch', undefined, 'offset', expected, describe(offset));
  }
  addRange(coverage, offset, offset + length, field, index);
  return offset + length;
}

/**
 * The size of a region, from where its parts lie: up to where the last one ends, and `tail` bytes more.
 *
 * @throws EncodeError `overlap` where two parts would hold a byte, `unclaimed-bytes` where none does, `out-of-range`
 * for a part without bytes that lies behind the end.
 */
export function sizeOfCoverage(coverage: Coverage, tail: number): number {
  const { overlap, uncovered, end } = arrangeCoverage(coverage);
  if (overlap !== undefined) {
    const [expected, found] = describeOverlap(overlap);
    throw encodeFailure('overlap', undefined, pathOfRange(overlap.later), expected, found);
  }
  const [uncoveredRange] = uncovered;
  if (uncoveredRange !== undefined) {
    const found = `${byteCount(uncoveredRange.end - uncoveredRange.start)} at ${describe(uncoveredRange.start)} that none holds`;
    throw encodeFailure('unclaimed-bytes', undefined, '', 'bytes that a field holds', found);
  }
  const size = end + tail;
  const { furthest } = coverage;
  if (furthest !== undefined && furthest.start > size) {
    const path = pathOfRange(furthest);
    const expected = `an offset of 0 to ${describe(size)}`;
    throw encodeFailure('out-of-range', undefined, path, expected, describe(furthest.start));
  }
  return size;
}

/**
 * Where to write a part whose offset counts from `start`.
 *
 * @throws EncodeError `wrong-length` where the offset is not the one that was sized.
 */
export function writePosition(
  output: Pick<Output, 'end'>,
  start: number,
  offset: unknown,
  path: string,
): number {
  if (!isSize(offset) || offset > output.end - start)
    throw encodeFailure('wrong-length', start, path, sizedOffset(output.end - start), describe(offset));
  return start + offset;
}

const sizedOffset = (most: number): string => `an offset of 0 to ${describe(most)}, as before it was written`;

/**
 * Writes gaps where they lie, from `start` on.
 *
 * @throws EncodeError `wrong-length` where they are not those that were sized.
 */
export function writeGaps(
  output: Pick<Output, 'bytes' | 'end'>,
  start: number,
  gaps: readonly Gap[],
  field: string,
): void {
  let index = 0;
  try {
    for (; index < gaps.length; index++) {
      const { offset, bytes } = checkObject(gaps[index], start, '') as Gap; // sized before
      writeBytes(output, checkBytes(bytes, start, ''), writePosition(output, start, offset, ''), '');
    }
  } catch (error) {
    throw atPath(error, `${field}[${index}]`);
  }
}
