import type { Damage } from './damage.js';
import type { Random } from './random.js';
import type { Seed } from './seed.js';

/** One execution, as plain data: it can be kept as a fixture and done again. */
export interface Case {
  readonly target: string;
  /** The name of a seed of the target. */
  readonly seed: string;
  readonly steps: readonly Damage[];
  /** What is done with the damaged bytes, in the target's own words: a command's arguments, nothing. */
  readonly how: readonly string[];
}

/** What must not be: what kind of fault it is, in words that are the same for all of its kind, and all that is known. */
export interface Fault {
  readonly kind: string;
  readonly detail: string;
}

/** What is fuzzed. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Seed[];
  /** What else there is to draw for a case: what is done with the bytes, and steps behind the usual ones. */
  draw(seed: Seed, random: Random): Promise<Pick<Case, 'how' | 'steps'>>;
  /**
   * Does it once.
   *
   * @throws whatever comes out of the code under test and is no answer that it documents
   */
  execute(bytes: Uint8Array, how: readonly string[], seed: Seed): Promise<Fault | undefined>;
}
