import type { BreakingOutcome, Change } from '@bytewright/schema-dsl/diff';
import type { Direction, Trial } from '@bytewright/schema-dsl/diff/trials';

/** What two sides do not have in common. */
export interface DiffReport {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Change[];
  /** What became of bytes that were tried, for the roots and for structs that changed. */
  readonly trials: readonly Trial[];
}

/** Ways in which one codec may fail on the other one's bytes: by what the changes say, and by what was tried. */
export function outcomesOf(
  { changes, trials }: Pick<DiffReport, 'changes' | 'trials'>,
  direction: Direction,
): readonly BreakingOutcome[] {
  const found = new Set([
    ...changes.flatMap((change) => change[direction]),
    ...trials.flatMap((trial) => trial[direction].disagreements.map(({ outcome }) => outcome)),
  ]);
  return (['differently', 'refused'] as const).filter((outcome) => found.has(outcome));
}

/** What was found by trying that no change explains: a fault in the comparison, and said so. */
export function unexplained({
  changes,
  trials,
}: DiffReport): readonly { trial: Trial; direction: Direction }[] {
  return trials.flatMap((trial) =>
    (['backward', 'forward'] as const)
      .filter((direction) => {
        const argued = changes.flatMap((change) => change[direction]);
        return trial[direction].disagreements.some(({ outcome }) => !argued.includes(outcome));
      })
      .map((direction) => ({ trial, direction })),
  );
}
