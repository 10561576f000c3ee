import type { BreakingOutcome } from '../effects.js';

/** The direction of bytes: from the old codec to the new one, or from the new to the old. */
export type Direction = 'backward' | 'forward';

/** The smallest input found on which the codecs disagree. */
export interface Counterexample {
  /** The value according to the codec that wrote the bytes, as a TypeScript expression. */
  readonly value: string;
  readonly bytes: Uint8Array;
  /** The other codec's result: the difference, as `size: 1, not 256`, with the old codec's value first; or its error. */
  readonly found: string;
}

/** Inputs of one revision that the other does not decode as intended. */
export interface Disagreement {
  readonly outcome: BreakingOutcome;
  /** How many of the inputs tried. */
  readonly count: number;
  readonly counterexample: Counterexample;
}

/** The outcomes for bytes of one revision in the other's codec. */
export interface TrialResult {
  readonly direction: Direction;
  /** The number of encodings tried. */
  readonly tried: number;
  /** How many mean the same to both. */
  readonly asBefore: number;
  /** The others, by outcome. */
  readonly disagreements: readonly Disagreement[];
  /** The reason if nothing was tried. */
  readonly untried: string | undefined;
}
