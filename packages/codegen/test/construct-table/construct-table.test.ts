import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allCells, cellsOf } from './cells.js';
import { parseTable } from './parse-table.js';
import { cellWord } from './table.js';

const TABLE = fileURLToPath(new URL('../../../../docs/construct-table.md', import.meta.url));

/** One of so many cells is tried every day. `npm run constructs -- --check` tries all, and is part of the deep tests. */
const STRIDE = 251;

describe('docs/construct-table.md', () => {
  const written = parseTable(readFileSync(TABLE, 'utf8'));
  const keys = [...allCells().keys()];

  test('has every cell, and none is empty or a fault', () => {
    expect([...written.keys()]).toEqual(keys);
    expect(
      [...written].filter(([, cell]) => cell === '' || cell.startsWith('**') || /^R\d+$/.test(cell)),
    ).toEqual([]);
  });

  test('says what becomes of its cells', () => {
    const chosen = new Set(keys.filter((_, i) => i % STRIDE === 0));
    const found = cellsOf((key) => chosen.has(key), 4);
    expect([...found].map(([key, outcome]) => [key, cellWord(outcome)])).toEqual(
      [...chosen].map((key) => [key, written.get(key)]),
    );
  });
});
