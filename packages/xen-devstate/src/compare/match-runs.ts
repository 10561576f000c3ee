import type { WireRun } from './wire-runs.js';
import { UNKNOWN_CONDITION } from './wire-runs.js';
import { plainType } from './wire-types.js';

/** What is sent, and what that is read as. It depends on the machine where the two are not there on one condition. */
export interface RunPair {
  /** What is sent; `undefined` where nothing is. */
  readonly sent: WireRun | undefined;
  /** What it is read as; `undefined` where it is not expected. */
  readonly read: WireRun | undefined;
}

/** More pairs than this are not tried: no device comes near. */
const MOST_STATES = 200_000;

/** How runs are matched. */
export interface MatchOptions {
  /** Whether sizes and conditions are known of one side only, so that a wide size may be a narrow one. */
  readonly isMixed: boolean;
  /** Whether a field that always is there may be read as one that is there on a condition, and has another name. */
  readonly isLoose?: boolean;
}

/**
 * Whether what is sent can be what is read, conditions being as they may, but the same for both.
 *
 * @returns what is read as what; `undefined` where it cannot
 */
export function matchRuns(
  sent: readonly WireRun[],
  read: readonly WireRun[],
  options: MatchOptions,
): readonly RunPair[] | undefined {
  return new Matching(options).lists(sent, read);
}

/** What always is there is no other field than it was, if that was there on a condition. */
function isPossible(sent: WireRun, read: WireRun): boolean {
  if ((sent.condition === undefined) === (read.condition === undefined)) return true;
  return hasSamePath(sent, read);
}

/** Whether two runs are one field by name. */
export function hasSamePath(sent: WireRun, read: WireRun): boolean {
  const plain = (path: string): string => path.replace(/\[\d+\]/g, ''); // a capture numbers fields of one name
  return plain(sent.path) === plain(read.path);
}

/** A place in both lists, on the way to their ends. */
interface Place {
  readonly i: number;
  readonly j: number;
  /** What is tried next: 0 a pair, 1 that what is sent is absent, 2 that what is read is. */
  next: number;
  /** Conditions that the way to here has decided last. */
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

  /** Tries all ways in which what is conditional may be there, or not; what can be paired is, first. */
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

  /** Decides the conditions of runs; which ones were open. `undefined` where one is decided otherwise. */
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

  /** Whether two runs take the same bytes, whatever their conditions; with what is in them. */
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
