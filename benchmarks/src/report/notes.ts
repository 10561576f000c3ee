import { markdownTable } from './markdown-table.js';
import type { Comparison } from './results.js';

/** What contenders do otherwise than others, each once for each subject. */
export function notesTable(comparisons: readonly Comparison[]): string {
  const rows = new Map<string, readonly string[]>();
  for (const { work, rows: found } of comparisons)
    for (const { contender, note } of found)
      if (note !== undefined) rows.set(`${work} ${contender} ${note}`, [work, contender, note]);
  return markdownTable(['work', 'contender', 'note'], [...rows.values()]);
}
