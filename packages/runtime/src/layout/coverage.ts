import { byteCount } from '../errors/failures.js';
import { orderOfCoverage } from './order-of-coverage.js';

/** A range of a region that one part of a value holds: a field, or an element of it. */
export interface CoveredRange {
  readonly start: number;
  readonly end: number;
  /** The field; empty for the fields that follow one another without an offset. */
  readonly field: string;
  /** The element of the field, or -1 for the field as a whole. */
  readonly index: number;
}

/** Ranges noted one after another: those of a field, or of the elements of a field in their order. */
interface Holder {
  /** The number of the first one. */
  readonly first: number;
  readonly field: string;
  /** The element that it is of, or -1. */
  readonly index: number;
}

/** Who holds which bytes of a region. Parts without bytes hold none, wherever they are. */
export interface Coverage {
  /** Where the region begins, from where offsets count. */
  readonly start: number;
  /** Where it ends; `Infinity` while sizes are added up. */
  readonly end: number;
  /** Where each range begins, in the order in which they were noted; there may be very many, so they are not objects. */
  readonly starts: number[];
  /** Where each range ends. */
  readonly ends: number[];
  /** Whose they are. */
  readonly holders: Holder[];
  /** Bytes that are covered in all: more than the region has means that some are covered twice. */
  total: number;
  /** Parts without bytes that lie furthest back. */
  furthest: CoveredRange | undefined;
}

/** The bytes between two offsets. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What the ranges of a region show once they are sorted. */
export interface Arrangement {
  /** A part that holds bytes which another one holds as well: the later one of the two, in the order of fields. */
  readonly overlap:
    | { readonly later: CoveredRange; readonly earlier: CoveredRange; readonly bytes: ByteRange }
    | undefined;
  /** Ranges that nothing holds, in order. */
  readonly uncovered: readonly ByteRange[];
  /** Where the last part ends. */
  readonly end: number;
}

/** Begins with a region that nothing holds any of. */
export function openCoverage(start: number, end: number): Coverage {
  return { start, end, starts: [], ends: [], holders: [], total: 0, furthest: undefined };
}

/** Notes who holds a range. */
export function addRange(coverage: Coverage, start: number, end: number, field: string, index: number): void {
  const { starts, ends, holders } = coverage;
  if (end <= start) {
    if (coverage.furthest === undefined || start > coverage.furthest.start)
      coverage.furthest = { start, end, field, index };
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
  coverage.total += end - start;
}

/** Sorts the ranges, and finds which bytes are held twice and which by no part. Takes as long as the sorting. */
export function arrangeCoverage(coverage: Coverage): Arrangement {
  const { starts, ends } = coverage;
  const order = orderOfCoverage(coverage);
  const uncovered: ByteRange[] = [];
  let end = coverage.start;
  let last = -1;
  let overlap: Arrangement['overlap'];
  for (let i = 0; i < starts.length; i++) {
    const number = order === undefined ? i : (order[i] ?? 0);
    const from = starts[number] ?? 0;
    const to = ends[number] ?? 0;
    if (last >= 0 && from < end && overlap === undefined)
      overlap = overlapOf(coverage, last, number, { start: from, end: Math.min(end, to) });
    if (from > end) uncovered.push({ start: end, end: from });
    if (to > end) {
      end = to;
      last = number;
    }
  }
  return { overlap, uncovered, end };
}

function overlapOf(coverage: Coverage, a: number, b: number, bytes: ByteRange): Arrangement['overlap'] {
  const one = rangeOf(coverage, a);
  const other = rangeOf(coverage, b);
  // the fields without an offset come first, whenever they were noted
  const isLater = (b > a && other.field !== '') || one.field === '';
  return isLater ? { later: other, earlier: one, bytes } : { later: one, earlier: other, bytes };
}

/** The range with this number, and its holder. */
function rangeOf({ starts, ends, holders }: Coverage, number: number): CoveredRange {
  let last = holders.length - 1;
  while ((holders[last]?.first ?? 0) > number) last--;
  const { first, field, index } = holders[last] as Holder; // the first one begins with range 0
  return {
    start: starts[number] ?? 0,
    end: ends[number] ?? 0,
    field,
    index: index < 0 ? index : index + number - first,
  };
}

/** The path of the part that holds a range, below the struct. */
export function pathOfRange({ field, index }: CoveredRange): string {
  return index < 0 ? field : `${field}[${index}]`;
}

/** What an overlap is, in words. */
export function describeOverlap({
  earlier,
  bytes,
}: NonNullable<Arrangement['overlap']>): readonly [expected: string, found: string] {
  const count = bytes.end - bytes.start;
  const holder = earlier.field === '' ? 'the fields without an offset' : pathOfRange(earlier);
  return ['bytes of its own', `${byteCount(count)} of ${holder}`];
}
