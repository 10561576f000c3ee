import { describe } from '../errors/describe.js';
import { byteCount, decodeFailure } from '../errors/failures.js';
import { takeBytes } from '../input/input.js';
import { isSize } from '../values/exact.js';
import type { Arrangement, Coverage } from './coverage.js';
import { addRange, arrangeCoverage, describeOverlap, pathOfRange } from './coverage.js';
import type { Gap } from './gap.js';

/**
 * The place that an offset from the start of the region stands for.
 *
 * @throws DecodeError `invalid-value` for anything but an offset within the region.
 */
export function positionAt(coverage: Coverage, offset: unknown, path: string): number {
  const { start, end } = coverage;
  if (!isSize(offset) || offset > end - start) {
    const expected = `an offset of 0 to ${describe(end - start)}`;
    throw decodeFailure('invalid-value', start, path, expected, describe(offset));
  }
  return start + offset;
}

/**
 * Notes that a part holds the bytes between two places.
 *
 * @throws DecodeError `overlap` where more is covered by now than there is: so nothing is read over and over.
 */
export function cover(coverage: Coverage, start: number, end: number, field: string, index = -1): void {
  addRange(coverage, start, end, field, index);
  if (coverage.total > coverage.end - coverage.start) refuseOverlap(arrangeCoverage(coverage));
}

/**
 * Ends a region of which every byte must be held by one part.
 *
 * @throws DecodeError `overlap` at the first byte that two parts hold, `unclaimed-bytes` at the first that none does.
 */
export function closeCoverage(coverage: Coverage): void {
  const [first] = uncoveredIn(coverage);
  if (first === undefined) return;
  const found = `${byteCount(first.end - first.start)} that none holds`;
  throw decodeFailure('unclaimed-bytes', first.start, '', 'bytes that a field holds', found);
}

/**
 * The bytes that no part holds: the longest ranges, in order.
 *
 * @throws DecodeError `overlap` at the first byte that two parts hold.
 */
export function takeGaps(coverage: Coverage, input: Parameters<typeof takeBytes>[0]): Gap[] {
  return uncoveredIn(coverage).map(({ start, end }) => ({
    offset: start - coverage.start,
    bytes: takeBytes(input, start, end),
  }));
}

function uncoveredIn(coverage: Coverage): Arrangement['uncovered'] {
  const arrangement = arrangeCoverage(coverage);
  refuseOverlap(arrangement);
  const { uncovered, end } = arrangement;
  return end < coverage.end ? [...uncovered, { start: end, end: coverage.end }] : uncovered;
}

function refuseOverlap({ overlap }: Arrangement): void {
  if (overlap === undefined) return;
  const [expected, found] = describeOverlap(overlap);
  throw decodeFailure('overlap', overlap.bytes.start, pathOfRange(overlap.later), expected, found);
}
