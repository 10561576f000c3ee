import type { ChangeKind } from './change-kinds.js';
import type { BreakingOutcome, SourceEffect } from './effects.js';

/** Something that two revisions of a schema do not have in common. */
export interface Change {
  readonly kind: ChangeKind;
  /**
   * Where: a struct of the old revision, or of the new one where only that has it, and the way from there.
   *
   * @example `Message.items[].size`
   */
  readonly path: string;
  /** What it was, in a word or two; `undefined` where there was nothing. */
  readonly before: string | undefined;
  /** What it is; `undefined` where there is nothing. */
  readonly after: string | undefined;
  /** How the new codec may fail on bytes of the old one, as far as the change alone says; empty: it reads them as before. */
  readonly backward: readonly BreakingOutcome[];
  /** How the old codec may fail on bytes of the new one. */
  readonly forward: readonly BreakingOutcome[];
  readonly source: SourceEffect;
}

/** Whether a change may change what bytes mean, in one direction at least. */
export function isOnWire({ backward, forward }: Pick<Change, 'backward' | 'forward'>): boolean {
  return backward.length > 0 || forward.length > 0;
}
