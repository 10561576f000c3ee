import { cellKey } from './table.js';

/** A table as it was written: what stands in each cell, with the reason in place of its number. */
export function parseTable(text: string): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const [, number = '', reason = ''] of text.matchAll(/^\| (R\d+) \| \d+ \| (.*?) \| `/gm))
    reasons.set(number, reason.replaceAll('\\|', '|'));
  const cells = new Map<string, string>();
  for (const section of text.split('\n## ').slice(1)) {
    const [title = '', , head = '', , ...rows] = section.split('\n');
    if (!head.startsWith('| | root')) continue;
    const relation = title[0]?.toLowerCase() + title.slice(1);
    const positions = columns(head).slice(1);
    for (const row of rows.filter((line) => line.startsWith('|'))) {
      const [construct = '', ...found] = columns(row);
      for (const [i, cell] of found.entries())
        cells.set(cellKey(relation, construct, positions[i] ?? ''), reasons.get(cell) ?? cell);
    }
  }
  return cells;
}

const columns = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim());
