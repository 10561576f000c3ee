import { markdownTable } from './markdown-table.js';
import { sizeText, spreadText, timeText } from './numbers.js';
import type { Comparison } from './results.js';

/** A comparison as a table in Markdown under a title: medians over rounds, with the middle half of them. */
export function comparisonTable(comparison: Comparison): string {
  const { subject, action, bytes, rounds, rows } = comparison;
  const hasChecked = rows.some(({ timesByHandChecked }) => timesByHandChecked !== undefined);
  const head = ['contender', 'time', 'times by hand', ...(hasChecked ? ['times by hand, our checks'] : [])];
  const table = markdownTable(
    head,
    rows.map(({ contender, seconds, timesByHand, timesByHandChecked }) => [
      contender,
      timeText(seconds.median),
      spreadText(timesByHand),
      ...(hasChecked ? [spreadText(timesByHandChecked)] : []),
    ]),
  );
  return `### ${subject}: ${action}\n\n${sizeText(bytes)}, ${rounds} rounds.\n\n${table}`;
}
