/** Two things that correspond in two revisions, or one without a counterpart. */
export interface Pairing<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** Whether it has changed places relative to other pairs. */
  readonly isMoved: boolean;
}

/** How things are matched. */
export interface Likeness<T> {
  /** The old name of a thing, after applying declared renames. */
  readonly oldName: (thing: T) => string;
  readonly newName: (thing: T) => string;
  /** Whether two things with different names between the same neighbours are the same thing, renamed. */
  readonly isAlike: (before: T, after: T) => boolean;
}

/**
 * Pairs the things of two revisions: first by name, then, between paired neighbours, by similarity. In the order of the new
 * revision; a removed thing appears where it was.
 *
 * @example `a b c` and `a d c`, where `b` and `d` are alike: `a`–`a`, `b`–`d`, `c`–`c`
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  likeness: Likeness<T>,
): readonly Pairing<T>[] {
  const partner = matchByName(before, after, likeness);
  matchByLikeness(before, after, partner, likeness.isAlike);
  const oldOf = new Map([...partner].map(([old, now]) => [now, old]));
  const staying = longestRun(after.flatMap((_, now) => oldOf.get(now) ?? []));
  const pairings: Pairing<T>[] = [];
  let next = 0; // old things before it have been emitted, or have a partner
  const tellGone = (end: number): void => {
    for (; next < end; next++)
      if (!partner.has(next)) pairings.push({ before: before[next], after: undefined, isMoved: false });
  };
  for (const [now, thing] of after.entries()) {
    const old = oldOf.get(now);
    const isMoved = old !== undefined && !staying.has(old);
    // a removed thing comes before its replacement
    while (old === undefined && next < before.length && !partner.has(next)) tellGone(next + 1);
    if (old !== undefined && !isMoved) tellGone(old + 1);
    pairings.push({ before: old === undefined ? undefined : before[old], after: thing, isMoved });
  }
  tellGone(before.length);
  return pairings;
}

/** Pairs by name, the n-th occurrence of a name with the n-th; maps old positions to new ones. */
function matchByName<T>(
  before: readonly T[],
  after: readonly T[],
  { oldName, newName }: Likeness<T>,
): Map<number, number> {
  const places = new Map<string, number[]>();
  for (const [now, thing] of after.entries())
    places.set(newName(thing), [...(places.get(newName(thing)) ?? []), now]);
  const partner = new Map<number, number>();
  for (const [old, thing] of before.entries()) {
    const now = places.get(oldName(thing))?.shift();
    if (now !== undefined) partner.set(old, now);
  }
  return partner;
}

/** Pairs the remaining things, in order, between neighbours that have partners. */
function matchByLikeness<T>(
  before: readonly T[],
  after: readonly T[],
  partner: Map<number, number>,
  isAlike: (before: T, after: T) => boolean,
): void {
  const taken = new Set(partner.values());
  let first = 0; // the position after the partner of the preceding neighbour
  for (const [old, was] of before.entries()) {
    const known = partner.get(old);
    if (known !== undefined) {
      first = known + 1;
      continue;
    }
    for (let now = first; now < after.length && !taken.has(now); now++) {
      if (!isAlike(was, after[now] as T)) continue; // within bounds
      partner.set(old, now);
      taken.add(now);
      first = now + 1;
      break;
    }
  }
}

/** The members of a longest increasing subsequence: what stays in place while the others move. */
function longestRun(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []; // ends[n]: index of the smallest last member of an increasing run of n + 1
  const previous = new Map<number, number>();
  for (const [index, place] of places.entries()) {
    let length = ends.findIndex((end) => (places[end] ?? 0) >= place);
    if (length < 0) length = ends.length;
    const last = ends[length - 1];
    if (last !== undefined) previous.set(index, last);
    ends[length] = index;
  }
  const run = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous.get(index)) run.add(places[index] ?? 0);
  return run;
}
