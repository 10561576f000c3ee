import type { ChangeKind } from './change-kinds.js';
import type { BreakingOutcome, SourceEffect } from './effects.js';

/** A difference between two revisions of a schema. */
export interface Change {
  readonly kind: ChangeKind;
  /**
   * The place: a struct of the old revision (of the new one if only that has it), and the path from there.
   *
   * @example `Message.items[].size`
   */
  readonly path: string;
  /** The old state in a word or two; `undefined` if there was nothing. */
  readonly before: string | undefined;
  /** The new state; `undefined` if there is nothing. */
  readonly after: string | undefined;
  /** How the new codec may fail on bytes of the old one, judging by this change alone; empty if it decodes them as before. */
  readonly backward: readonly BreakingOutcome[];
  /** How the old codec may fail on bytes of the new one. */
  readonly forward: readonly BreakingOutcome[];
  readonly source: SourceEffect;
}

/** Whether a change may change the meaning of bytes, in at least one direction. */
export function isOnWire({ backward, forward }: Pick<Change, 'backward' | 'forward'>): boolean {
  return backward.length > 0 || forward.length > 0;
}
