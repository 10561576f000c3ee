// `npm run constructs [-- --check] [PART]`: tries every cell and writes docs/construct-table.md, or reports the cells that changed.
// With a part of a key, such as "a mirror", only such cells are tried and nothing is written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './cell.js';
import { cellsOf } from './cells.js';
import { printTable } from './table.js';

const TABLE = fileURLToPath(new URL('../../../../docs/construct-table.md', import.meta.url));
const RUNS = 6;

const args = process.argv.slice(2);
const part = args.find((arg) => !arg.startsWith('--'));
const outcomes = cellsOf(
  (key) => part === undefined || key.includes(part),
  RUNS,
  (done, all) => {
    if (done % 1000 === 0) console.error(`${done} of ${all} cells`);
  },
);

const bad = [...outcomes].filter(([, { kind }]) => kind === 'fault' || kind === 'no-values');
for (const [key, outcome] of bad) console.log(`${key}\n  ${told(outcome)}\n`);
console.log(summary(outcomes));
if (part !== undefined) process.exitCode = bad.length > 0 ? 1 : 0;
else if (args.includes('--check')) check(printTable(outcomes));
else {
  writeFileSync(TABLE, printTable(outcomes));
  process.exitCode = bad.length > 0 ? 1 : 0;
}

function check(text: string): void {
  const old = existsSync(TABLE) ? readFileSync(TABLE, 'utf8').split('\n') : [];
  const differing = text.split('\n').filter((line, i) => line !== old[i]);
  for (const line of differing.slice(0, 20)) console.log(`now: ${line}`);
  if (differing.length > 0)
    console.log('docs/construct-table.md is stale: npm run constructs writes it anew');
  process.exitCode = differing.length > 0 || bad.length > 0 ? 1 : 0;
}

function told(outcome: Outcome): string {
  return 'message' in outcome ? outcome.message.split('\n').slice(0, 5).join('\n  ') : outcome.kind;
}

function summary(all: ReadonlyMap<string, Outcome>): string {
  const counts = new Map<string, number>();
  for (const { kind } of all.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}: ${count}`).join(', ');
}
