import type { Change } from '@bytewright/schema-dsl/diff';
import { isOnWire } from '@bytewright/schema-dsl/diff';
import type { Trial } from '@bytewright/schema-dsl/diff/trials';
import type { DiffReport } from './diff-report.js';
import { unexplained } from './diff-report.js';
import { summaryOf } from './print-text.js';
import { changeText, countsText, DIRECTIONS, hexText, outcomeText, shortText } from './wording.js';

/** A report for a pull request. */
export function printMarkdown(report: DiffReport): string {
  const { before, after, changes, trials } = report;
  const lines = [`### \`${before}\` → \`${after}\`: ${summaryOf(changes)}`];
  if (changes.length > 0)
    lines.push(
      '',
      `| where | what | ${DIRECTIONS.backward} | ${DIRECTIONS.forward} | types |`,
      '|---|---|---|---|---|',
      ...changes.map(rowOf),
    );
  for (const trial of trials) lines.push('', ...trialLines(trial));
  for (const { trial, direction } of unexplained(report))
    lines.push('', `No change above explains what became of \`${trial.name}\` (${DIRECTIONS[direction]}).`);
  return `${lines.join('\n')}\n`;
}

function rowOf(change: Change): string {
  const wire = isOnWire(change)
    ? `${outcomeText(change.backward)} | ${outcomeText(change.forward)}`
    : 'read as before | read as before';
  return `| \`${change.path}\` | ${inCell(changeText(change))} | ${wire} | ${change.source === 'none' ? '' : change.source} |`;
}

function trialLines({ name, ...trialResults }: Trial): readonly string[] {
  return (['backward', 'forward'] as const).flatMap((direction) => {
    const trialResult = trialResults[direction];
    return [
      `- **\`${name}\`, ${DIRECTIONS[direction]}**: ${countsText(trialResult)}`,
      ...trialResult.disagreements.flatMap(({ outcome, counterexample }) => [
        `  - \`${hexText(counterexample.bytes)}\` is ${code(shortText(counterexample.value))}, ${outcome === 'refused' ? 'and is refused: ' : 'and is read otherwise: '}${code(counterexample.found)}`,
      ]),
    ];
  });
}

/** A pipe would end the cell. */
const inCell = (text: string): string => text.replaceAll('|', '\\|');

/** Text as code, whatever quotes are in it. */
function code(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const quotes = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${text}\`` : `${quotes} ${text} ${quotes}`;
}
