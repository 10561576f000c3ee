import type { WireRun } from './wire-runs.js';
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

/**
 * Whether what is sent can be what is read, conditions being as they may.
 *
 * @param isMixed whether sizes are known of one side only, and a wide one may be a narrow one
 * @returns what is read as what; `undefined` where it cannot
 */
export function matchRuns(
  sent: readonly WireRun[],
  read: readonly WireRun[],
  isMixed: boolean,
): readonly RunPair[] | undefined {
  return new Matching(isMixed).lists(sent, read);
}

/** What always is there is no other field than it was, if that was there on a condition. */
function isPossible(sent: WireRun, read: WireRun): boolean {
  const plain = (path: string): string => path.replace(/\[\d+\]/g, ''); // a capture numbers fields of one name
  if ((sent.condition === undefined) === (read.condition === undefined)) return true;
  return plain(sent.path) === plain(read.path);
}

class Matching {
  readonly #isMixed: boolean;
  #states = 0;

  constructor(isMixed: boolean) {
    this.#isMixed = isMixed;
  }

  lists(sent: readonly WireRun[], read: readonly WireRun[]): readonly RunPair[] | undefined {
    const pairs: RunPair[] = [];
    let from = 0;
    for (; from < Math.min(sent.length, read.length); from++) {
      const [one, other] = [sent[from] as WireRun, read[from] as WireRun]; // within bounds
      if (one.condition !== other.condition) break;
      const inside = this.#runs(one, other);
      if (inside === undefined) break;
      pairs.push(...inside);
    }
    const rest = this.#rest(sent.slice(from), read.slice(from));
    return rest === undefined ? undefined : [...pairs, ...rest];
  }

  /** Tries all ways in which what is conditional may be there, or not; what can be paired is, first. */
  #rest(sent: readonly WireRun[], read: readonly WireRun[]): readonly RunPair[] | undefined {
    const way: RunPair[][] = [];
    const inVain = new Set<number>();
    const stack: { i: number; j: number; next: number }[] = [{ i: 0, j: 0, next: 0 }];
    for (;;) {
      const top = stack.at(-1);
      if (top === undefined) return undefined;
      const { i, j } = top;
      if (i === sent.length && j === read.length) return way.flat();
      const state = i * (read.length + 1) + j;
      if (++this.#states > MOST_STATES) return undefined;
      const step = inVain.has(state) ? undefined : this.#step(top, sent[i], read[j]);
      if (step === undefined) {
        inVain.add(state);
        stack.pop();
        way.pop();
        continue;
      }
      way.push([...step.pairs]);
      stack.push({ i: i + step.sent, j: j + step.read, next: 0 });
    }
  }

  /** The next thing to try at a place. */
  #step(
    place: { next: number },
    sent: WireRun | undefined,
    read: WireRun | undefined,
  ): { readonly pairs: readonly RunPair[]; readonly sent: number; readonly read: number } | undefined {
    while (place.next < 3) {
      const choice = place.next++;
      if (choice === 0 && sent !== undefined && read !== undefined) {
        const inside = this.#runs(sent, read);
        if (inside !== undefined && isPossible(sent, read)) return { pairs: inside, sent: 1, read: 1 };
      }
      if (choice === 1 && sent?.isOptional)
        return { pairs: [{ sent, read: undefined }], sent: 1, read: 0 };
      if (choice === 2 && read?.isOptional)
        return { pairs: [{ sent: undefined, read }], sent: 0, read: 1 };
    }
    return undefined;
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
