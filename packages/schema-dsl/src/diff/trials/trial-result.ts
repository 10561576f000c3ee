import type { BreakingOutcome } from '../effects.js';

/** Which way bytes went: from the old codec to the new one, or from the new codec to the old one. */
export type Direction = 'backward' | 'forward';

/** The smallest bytes found with which the codecs disagree. */
export interface Counterexample {
  /** What the codec that wrote the bytes says that they are, as a TypeScript expression. */
  readonly value: string;
  readonly bytes: Uint8Array;
  /** What the other codec makes of them: where the value differs, as `size: 1, not 256`, the old codec's reading first; or its error. */
  readonly found: string;
}

/** Bytes of one revision that the other one does not read as they were meant. */
export interface Disagreement {
  readonly outcome: BreakingOutcome;
  /** Of those that were tried. */
  readonly count: number;
  readonly counterexample: Counterexample;
}

/** What became of bytes of one revision in the other one's codec. */
export interface TrialResult {
  readonly direction: Direction;
  /** Encodings that were tried. */
  readonly tried: number;
  /** Those that mean the same to both. */
  readonly asBefore: number;
  /** The others, by what became of them. */
  readonly disagreements: readonly Disagreement[];
  /** Why nothing was tried, if so. */
  readonly untried: string | undefined;
}
