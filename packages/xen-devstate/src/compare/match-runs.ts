import type { WireRun } from './wire-runs.js';
import { UNKNOWN_CONDITION } from './wire-runs.js';
import { plainType } from './wire-types.js';

/** A run that is sent, and what it is read as. If their conditions differ, the outcome depends on the machine. */
export interface RunPair {
  /** The run that is sent; `undefined` if nothing is. */
  readonly sent: WireRun | undefined;
  /** What it is read as; `undefined` if it is not expected. */
  readonly read: WireRun | undefined;
}

/** The maximum number of states to try: no device comes near. */
const MOST_STATES = 200_000;

/** How runs are matched. */
export interface MatchOptions {
  /** Whether sizes and conditions are known for one side only, so that a size range may match a narrower one. */
  readonly isMixed: boolean;
  /** Whether a field that is always present may be read as a conditional one with another name. */
  readonly isLoose?: boolean;
}

/**
 * Matches the runs that are sent with those that are read, whether each condition holds or not, but the same for both sides.
 *
 * @returns what is read as what; `undefined` if they cannot be matched
 */
export function matchRuns(
  sent: readonly WireRun[],
  read: readonly WireRun[],
  options: MatchOptions,
): readonly RunPair[] | undefined {
  return new Matching(options).lists(sent, read);
}

/** Whether runs can be paired: one that is always present and a conditional one must be the same field. */
function isPossible(sent: WireRun, read: WireRun): boolean {
  if ((sent.condition === undefined) === (read.condition === undefined)) return true;
  return hasSamePath(sent, read);
}

/** Whether two runs are the same field by name. */
export function hasSamePath(sent: WireRun, read: WireRun): boolean {
  const plain = (path: string): string => path.replace(/\[\d+\]/g, ''); // a capture numbers fields that share a name
  return plain(sent.path) === plain(read.path);
}

/** A position in both lists during the search. */
interface Place {
  readonly i: number;
  readonly j: number;
  /** The next choice: 0 pairs the runs, 1 assumes that the sent run is absent, 2 that the read one is. */
  next: number;
  /** Conditions decided by the last choice. */
  readonly decided: readonly string[];
}

class Matching {
  readonly #isMixed: boolean;
  readonly #isLoose: boolean;
  #states = 0;

  constructor({ isMixed, isLoose = false }: MatchOptions) {
    this.#isMixed = isMixed;
    this.#isLoose = isLoose;
  }

  lists(sent: readonly WireRun[], read: readonly WireRun[]): readonly RunPair[] | undefined {
    const pairs: RunPair[] = [];
    let from = 0;
    for (; from < Math.min(sent.length, read.length); from++) {
      const [one, other] = [sent[from] as WireRun, read[from] as WireRun]; // within bounds
      if (one.condition !== other.condition || !hasSamePath(one, other)) break;
      const inside = this.#runs(one, other);
      if (inside === undefined) break;
      pairs.push(...inside);
    }
    const rest = this.#rest(sent.slice(from), read.slice(from));
    return rest === undefined ? undefined : [...pairs, ...rest];
  }

  /** Tries all combinations of present and absent conditional runs; pairs are tried first. */
  #rest(sent: readonly WireRun[], read: readonly WireRun[]): readonly RunPair[] | undefined {
    const truths = new Map<string, boolean>();
    const way: (readonly RunPair[])[] = [];
    const places: Place[] = [{ i: 0, j: 0, next: 0, decided: [] }];
    for (;;) {
      const place = places.at(-1);
      if (place === undefined || ++this.#states > MOST_STATES) return undefined;
      const { i, j } = place;
      if (i === sent.length && j === read.length) return way.flat();
      const choice = place.next++;
      if (choice > 2) {
        places.pop();
        way.pop();
        for (const condition of place.decided) truths.delete(condition);
        continue;
      }
      const [one, other] = [choice === 2 ? undefined : sent[i], choice === 1 ? undefined : read[j]];
      const pairs = this.#choice(choice, one, other);
      const decided = pairs === undefined ? undefined : this.#decide(truths, [one, other], choice === 0);
      if (pairs === undefined || decided === undefined) continue;
      way.push(pairs);
      places.push({
        ...{ i: i + (one === undefined ? 0 : 1), j: j + (other === undefined ? 0 : 1) },
        ...{ next: 0, decided },
      });
    }
  }

  #choice(
    choice: number,
    sent: WireRun | undefined,
    read: WireRun | undefined,
  ): readonly RunPair[] | undefined {
    if (choice === 1) return sent?.isOptional ? [{ sent, read: undefined }] : undefined;
    if (choice === 2) return read?.isOptional ? [{ sent: undefined, read }] : undefined;
    if (sent === undefined || read === undefined) return undefined;
    return this.#isLoose || isPossible(sent, read) ? this.#runs(sent, read) : undefined;
  }

  /** Decides the conditions of runs. @returns those that were open; `undefined` on a contradiction */
  #decide(
    truths: Map<string, boolean>,
    runs: readonly (WireRun | undefined)[],
    isThere: boolean,
  ): readonly string[] | undefined {
    const known = runs.flatMap((run) => run?.condition ?? []);
    const conditions = new Set(known.filter((one) => !one.endsWith(UNKNOWN_CONDITION)));
    if ([...conditions].some((one) => truths.get(one) === !isThere)) return undefined;
    const open = [...conditions].filter((one) => !truths.has(one));
    for (const one of open) truths.set(one, isThere);
    return open;
  }

  /** Pairs two runs that take the same bytes, regardless of their conditions, with the runs inside them. */
  #runs(sent: WireRun, read: WireRun): readonly RunPair[] | undefined {
    const own = { sent, read };
    if (sent.inner !== undefined && read.inner !== undefined && sent.count === read.count) {
      const inside = this.lists(sent.inner, read.inner);
      return inside === undefined ? undefined : [own, ...inside];
    }
    const isFixed = sent.least === sent.most && read.least === read.most;
    if (isFixed) return sent.least === read.least ? [own] : undefined;
    if (this.#isMixed) return sent.least <= read.most && read.least <= sent.most ? [own] : undefined;
    const isSame = sent.least === read.least && sent.most === read.most && sent.count === read.count;
    return isSame && plainType(sent.type) === plainType(read.type) ? [own] : undefined;
  }
}
