import { comparisonTable } from './comparison-table.js';
import { growthTable } from './growth-table.js';
import { markdownTable } from './markdown-table.js';
import { notesTable } from './notes.js';
import type { Results } from './results.js';
import { targetsIn } from './targets.js';

const BEGIN = '<!-- results: npm run bench -- --document writes what follows -->';
const END = '<!-- end of results -->';

/**
 * Puts results into a document, in place of those between its two marks.
 *
 * @throws Error where it has no such marks.
 */
export function withResults(document: string, results: Results): string {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The document has no “${BEGIN}” with “${END}” behind it`);
  return `${document.slice(0, from + BEGIN.length)}\n\n${resultsText(results)}\n\n${document.slice(to)}`;
}

/** All results in Markdown. */
export function resultsText(results: Results): string {
  const { node, processors, clock, comparisons, growths } = results;
  const targets = targetsIn(results).map(({ what, aim, found, isMet }) => [
    what,
    aim,
    found,
    isMet === true ? 'yes' : '**no**',
  ]);
  const machine = `Node ${node}, ${processors} processors that were shared with other work; ${
    clock === 'cpu' ? 'processor time of all threads' : 'time that passed'
  }.`;
  return [
    machine,
    `## Targets\n\n${markdownTable(['what', 'aim', 'found', 'met'], targets)}`,
    `## Results\n\n${comparisons.map(comparisonTable).join('\n\n')}`,
    `## How time grows with the input\n\n${growthTable(growths)}`,
    `## What each does otherwise\n\n${notesTable(comparisons)}`,
  ].join('\n\n');
}
