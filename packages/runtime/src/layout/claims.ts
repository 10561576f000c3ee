/** A stretch of a region that one part of a value holds: a field, or an element of it. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  /** The field; empty for the fields that follow one another without an offset. */
  readonly field: string;
  /** The element of the field, or -1 for the field as a whole. */
  readonly index: number;
}

/** Who holds which bytes of a region. Parts without bytes hold none, wherever they are. */
export interface Claims {
  /** Where the region begins, from where offsets count. */
  readonly start: number;
  /** Where it ends; `Infinity` while sizes are added up. */
  readonly end: number;
  readonly list: Claim[];
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
  return { start, end, list: [], total: 0, furthest: undefined };
}

/** Notes who holds a stretch. */
export function addClaim(claims: Claims, start: number, end: number, field: string, index: number): void {
  const claim: Claim = { start, end, field, index };
  if (end > start) {
    claims.list.push(claim);
    claims.total += end - start;
  } else if (claims.furthest === undefined || start > claims.furthest.start) {
    claims.furthest = claim;
  }
}

/** Puts claims in order, and finds what is held twice and what by nobody. Costs the sorting. */
export function arrangeClaims(claims: Claims): Arrangement {
  const order = new Map(claims.list.map((claim, i) => [claim, claim.field === '' ? -1 : i]));
  const orderOf = (claim: Claim): number => order.get(claim) ?? -1;
  const sorted = [...claims.list].sort((a, b) => a.start - b.start || orderOf(a) - orderOf(b));
  const unclaimed: Stretch[] = [];
  let end = claims.start;
  let last: Claim | undefined;
  let overlap: Arrangement['overlap'];
  for (const claim of sorted) {
    if (last !== undefined && claim.start < end && overlap === undefined) {
      const [earlier, later] = orderOf(claim) > orderOf(last) ? [last, claim] : [claim, last];
      overlap = { later, earlier, bytes: { start: claim.start, end: Math.min(end, claim.end) } };
    }
    if (claim.start > end) unclaimed.push({ start: end, end: claim.start });
    if (claim.end > end) {
      end = claim.end;
      last = claim;
    }
  }
  return { overlap, unclaimed, end };
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
