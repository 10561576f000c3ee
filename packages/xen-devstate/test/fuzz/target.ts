import type { Damage } from './damage.js';
import type { Random } from './random.js';
import type { Seed } from './seed.js';

/** An execution, as plain data: it can be kept as a fixture and repeated. */
export interface Case {
  readonly target: string;
  /** The name of a seed of the target. */
  readonly seed: string;
  readonly steps: readonly Damage[];
  /** What to do with the damaged bytes, defined by the target: the arguments of a command, or nothing. */
  readonly how: readonly string[];
}

/** A fault: its kind, a text that is the same for all faults of this kind, and all details. */
export interface Fault {
  readonly kind: string;
  readonly detail: string;
}

/** Code to be fuzzed. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Seed[];
  /** Draws the rest of a case: what to do with the bytes, and steps after the usual ones. */
  draw(seed: Seed, random: Random): Promise<Pick<Case, 'how' | 'steps'>>;
  /**
   * Executes it once.
   *
   * @throws any exception of the code under test that it does not document
   */
  execute(bytes: Uint8Array, how: readonly string[], seed: Seed): Promise<Fault | undefined>;
}
