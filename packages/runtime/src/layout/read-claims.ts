import { describe } from '../errors/describe.js';
import { byteCount, decodeFailure } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import { takeBytes } from '../input/input.js';
import { isSize } from '../values/exact.js';
import type { Arrangement, Claims } from './claims.js';
import { addClaim, arrangeClaims, describeOverlap, pathOfClaim } from './claims.js';
import type { Gap } from './gap.js';

/**
 * The place that an offset from the start of the region stands for.
 *
 * @throws DecodeError `invalid-value` for what is no offset within the region.
 */
export function positionAt(claims: Claims, offset: unknown, path: string): number {
  const { start, end } = claims;
  if (!isSize(offset) || offset > end - start) {
    const expected = `an offset of 0 to ${describe(end - start)}`;
    throw decodeFailure('invalid-value', start, path, expected, describe(offset));
  }
  return start + offset;
}

/**
 * Notes that a part holds the bytes between two places.
 *
 * @throws DecodeError `overlap` where more is claimed by now than there is: so nothing is read over and over.
 */
export function claim(claims: Claims, start: number, end: number, field: string, index = -1): void {
  addClaim(claims, start, end, field, index);
  if (claims.total > claims.end - claims.start) refuseOverlap(arrangeClaims(claims));
}

/**
 * Ends a region of which every byte must be held by one part.
 *
 * @throws DecodeError `overlap` at the first byte that two parts hold, `unclaimed-bytes` at the first that none does.
 */
export function closeClaims(claims: Claims): void {
  const [first] = unclaimedIn(claims);
  if (first === undefined) return;
  const found = `${byteCount(first.end - first.start)} that none holds`;
  throw decodeFailure('unclaimed-bytes', first.start, '', 'bytes that a field holds', found);
}

/**
 * The bytes that no part holds: the longest stretches, in order.
 *
 * @throws DecodeError `overlap` at the first byte that two parts hold.
 */
export function takeGaps(claims: Claims, input: Pick<Input, 'bytes' | 'viewBytes'>): Gap[] {
  return unclaimedIn(claims).map(({ start, end }) => ({
    offset: start - claims.start,
    bytes: takeBytes(input, start, end),
  }));
}

function unclaimedIn(claims: Claims): Arrangement['unclaimed'] {
  const arrangement = arrangeClaims(claims);
  refuseOverlap(arrangement);
  const { unclaimed, end } = arrangement;
  return end < claims.end ? [...unclaimed, { start: end, end: claims.end }] : unclaimed;
}

function refuseOverlap({ overlap }: Arrangement): void {
  if (overlap === undefined) return;
  const [expected, found] = describeOverlap(overlap);
  throw decodeFailure('overlap', overlap.bytes.start, pathOfClaim(overlap.later), expected, found);
}
