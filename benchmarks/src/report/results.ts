import type { Clock } from '../measuring/clock.js';
import type { Spread } from '../measuring/spread.js';
import type { Action } from '../measuring/task.js';

/** What one contender took. */
export interface Row {
  readonly contender: string;
  /** What it does otherwise than the others, or cannot do. */
  readonly note: string | undefined;
  readonly seconds: Spread;
  /** How many times longer than code by hand it takes, round by round. */
  readonly timesByHand: Spread | undefined;
  /** The same of code by hand with our checks, where there is any. */
  readonly timesByHandChecked: Spread | undefined;
}

/** Contenders that did the same in the same rounds. */
export interface Comparison {
  readonly work: string;
  readonly subject: string;
  /** Of the input. */
  readonly bytes: number;
  readonly action: Action | 'first decode';
  readonly rounds: number;
  readonly rows: readonly Row[];
}

/** How time grows with the input: as the size to the power of `exponent`. */
export interface Growth {
  readonly subject: string;
  readonly action: Action;
  readonly contender: string;
  readonly exponent: number;
  readonly steps: readonly { readonly bytes: number; readonly seconds: number }[];
}

/** All that a run of the benchmark found: what `--json` writes. */
export interface Results {
  readonly node: string;
  readonly processors: number;
  readonly clock: Clock;
  readonly comparisons: readonly Comparison[];
  readonly growths: readonly Growth[];
}

/** Contenders' rows, by what a contender's name is. */
export function rowOf({ rows }: Comparison, contender: string): Row | undefined {
  return rows.find((row) => row.contender === contender);
}
