import { orderOfClaims } from './order-of-claims.js';

/** A stretch of a region that one part of a value holds: a field, or an element of it. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  /** The field; empty for the fields that follow one another without an offset. */
  readonly field: string;
  /** The element of the field, or -1 for the field as a whole. */
  readonly index: number;
}

/** Claims that follow one another: a field's, or those of elements of a field in their order. */
interface Holder {
  /** The number of the first one. */
  readonly first: number;
  readonly field: string;
  /** The element that it is of, or -1. */
  readonly index: number;
}

/** Who holds which bytes of a region. Parts without bytes hold none, wherever they are. */
export interface Claims {
  /** Where the region begins, from where offsets count. */
  readonly start: number;
  /** Where it ends; `Infinity` while sizes are added up. */
  readonly end: number;
  /** Where each claim begins, in the order in which they came; there may be very many, so none is an object. */
  readonly starts: number[];
  /** Where each claim ends. */
  readonly ends: number[];
  /** Whose they are. */
  readonly holders: Holder[];
  /** Bytes that are claimed in all: more than the region has means that some are claimed twice. */
  total: number;
  /** Parts without bytes that lie furthest back. */
  furthest: Claim | undefined;
}

/** A stretch between two offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What becomes of claims when they are put in order. */
export interface Arrangement {
  /** A part that holds bytes which another one holds as well: the later one of the two, in the order of fields. */
  readonly overlap: { readonly later: Claim; readonly earlier: Claim; readonly bytes: Stretch } | undefined;
  /** Stretches that nothing holds, in order. */
  readonly unclaimed: readonly Stretch[];
  /** Where the last part ends. */
  readonly end: number;
}

/** Begins with a region that nothing holds any of. */
export function openClaims(start: number, end: number): Claims {
  return { start, end, starts: [], ends: [], holders: [], total: 0, furthest: undefined };
}

/** Notes who holds a stretch. */
export function addClaim(claims: Claims, start: number, end: number, field: string, index: number): void {
  const { starts, ends, holders } = claims;
  if (end <= start) {
    if (claims.furthest === undefined || start > claims.furthest.start)
      claims.furthest = { start, end, field, index };
    return;
  }
  const holder = holders[holders.length - 1];
  const follows =
    holder !== undefined &&
    holder.field === field &&
    index >= 0 &&
    index - holder.index === starts.length - holder.first;
  if (!follows) holders.push({ first: starts.length, field, index });
  starts.push(start);
  ends.push(end);
  claims.total += end - start;
}

/** Puts claims in order, and finds what is held twice and what by nobody. Costs the sorting. */
export function arrangeClaims(claims: Claims): Arrangement {
  const { starts, ends } = claims;
  const order = orderOfClaims(claims);
  const unclaimed: Stretch[] = [];
  let end = claims.start;
  let last = -1;
  let overlap: Arrangement['overlap'];
  for (let i = 0; i < starts.length; i++) {
    const number = order === undefined ? i : (order[i] ?? 0);
    const from = starts[number] ?? 0;
    const to = ends[number] ?? 0;
    if (last >= 0 && from < end && overlap === undefined)
      overlap = overlapOf(claims, last, number, { start: from, end: Math.min(end, to) });
    if (from > end) unclaimed.push({ start: end, end: from });
    if (to > end) {
      end = to;
      last = number;
    }
  }
  return { overlap, unclaimed, end };
}

function overlapOf(claims: Claims, a: number, b: number, bytes: Stretch): Arrangement['overlap'] {
  const one = claimOf(claims, a);
  const other = claimOf(claims, b);
  // the fields without an offset come first, whenever they were noted
  const isLater = (b > a && other.field !== '') || one.field === '';
  return isLater ? { later: other, earlier: one, bytes } : { later: one, earlier: other, bytes };
}

/** The claim of a number, with its holder. */
function claimOf({ starts, ends, holders }: Claims, number: number): Claim {
  let last = holders.length - 1;
  while ((holders[last]?.first ?? 0) > number) last--;
  const { first, field, index } = holders[last] as Holder; // the first one begins with claim 0
  return {
    start: starts[number] ?? 0,
    end: ends[number] ?? 0,
    field,
    index: index < 0 ? index : index + number - first,
  };
}

/** A claim's path, below the struct. */
export function pathOfClaim({ field, index }: Claim): string {
  return index < 0 ? field : `${field}[${index}]`;
}

/** What an overlap is, in words. */
export function describeOverlap({
  earlier,
  bytes,
}: NonNullable<Arrangement['overlap']>): readonly [expected: string, found: string] {
  const count = bytes.end - bytes.start;
  const holder = earlier.field === '' ? 'the fields without an offset' : pathOfClaim(earlier);
  return ['bytes of its own', `${count === 1 ? '1 byte' : `${count} bytes`} of ${holder}`];
}
