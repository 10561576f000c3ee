import type { Change } from '@bytewright/schema-dsl/diff';
import { isOnWire } from '@bytewright/schema-dsl/diff';
import type { Trial } from '@bytewright/schema-dsl/diff/trials';
import type { DiffReport } from './diff-report.js';
import { unexplained } from './diff-report.js';
import { changeText, countsText, DIRECTIONS, hexText, outcomeText, shortText } from './wording.js';

/** A report for a terminal. */
export function printText(report: DiffReport): string {
  const { before, after, changes, trials } = report;
  const lines = [`${before} → ${after}: ${summaryOf(changes)}`];
  for (const change of changes) lines.push('', ...changeLines(change));
  if (trials.length > 0) lines.push('', 'Tried on bytes');
  for (const trial of trials) lines.push('', ...trialLines(trial));
  for (const { trial, direction } of unexplained(report))
    lines.push('', `No change above explains what became of ${trial.name} (${DIRECTIONS[direction]}).`);
  return `${lines.join('\n')}\n`;
}

/** How many changes there are, of what sort. */
export function summaryOf(changes: readonly Change[]): string {
  if (changes.length === 0) return 'no changes';
  const wire = changes.filter(isOnWire).length;
  const source = changes.filter((change) => change.source !== 'none').length;
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, ${wire} on the wire, ${source} in the types`;
}

function changeLines(change: Change): readonly string[] {
  const { path, backward, forward, source } = change;
  return [
    `${path}: ${changeText(change)}`,
    ...(isOnWire(change)
      ? [
          `  ${DIRECTIONS.backward}  ${outcomeText(backward)}`,
          `  ${DIRECTIONS.forward}  ${outcomeText(forward)}`,
        ]
      : ['  on the wire           nothing changes']),
    ...(source === 'none' ? [] : [`  in the types          ${source}`]),
  ];
}

function trialLines({ name, ...trialResults }: Trial): readonly string[] {
  return (['backward', 'forward'] as const).flatMap((direction) => {
    const trialResult = trialResults[direction];
    return [
      `${name}: ${DIRECTIONS[direction]}: ${countsText(trialResult)}`,
      ...trialResult.disagreements.flatMap(({ outcome, counterexample }) => [
        `  ${hexText(counterexample.bytes)}  is ${shortText(counterexample.value)}`,
        outcome === 'refused'
          ? `    refused: ${counterexample.found}`
          : `    read otherwise: ${counterexample.found}`,
      ]),
    ];
  });
}
