/** Two things that stand for each other in two revisions, or one that stands for nothing. */
export interface Pairing<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** Whether others of the pairs lie on its other side now. */
  readonly isMoved: boolean;
}

/** How things are matched. */
export interface Likeness<T> {
  /** What they are called in the old revision, by the new one's names: declared renames are done already. */
  readonly oldName: (thing: T) => string;
  readonly newName: (thing: T) => string;
  /** Whether two of different names between the same neighbours are one thing under another name. */
  readonly isAlike: (before: T, after: T) => boolean;
}

/**
 * Pairs the things of two revisions: by name; then, between neighbours that are paired, by likeness. In the order of the
 * new revision; what it lacks stands where it was.
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
  let next = 0; // old things in front of it have been told, or have a partner
  const tellGone = (end: number): void => {
    for (; next < end; next++)
      if (!partner.has(next)) pairings.push({ before: before[next], after: undefined, isMoved: false });
  };
  for (const [now, thing] of after.entries()) {
    const old = oldOf.get(now);
    const isMoved = old !== undefined && !staying.has(old);
    // what went stands in front of what came in its place
    while (old === undefined && next < before.length && !partner.has(next)) tellGone(next + 1);
    if (old !== undefined && !isMoved) tellGone(old + 1);
    pairings.push({ before: old === undefined ? undefined : before[old], after: thing, isMoved });
  }
  tellGone(before.length);
  return pairings;
}

/** Pairs by name, the n-th of a name with the n-th; from old places to new ones. */
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

/** Pairs what has no partner yet, in order, between the neighbours that have. */
function matchByLikeness<T>(
  before: readonly T[],
  after: readonly T[],
  partner: Map<number, number>,
  isAlike: (before: T, after: T) => boolean,
): void {
  const taken = new Set(partner.values());
  let first = 0; // the place behind the partner of the neighbour in front
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

/** The members of a longest rising subsequence: what stays where it is while the others move. */
function longestRun(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []; // ends[n]: index of the least last member of a rising run of n + 1
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
