import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { inProcess } from './measuring/in-process.js';
import { optionsOf } from './options.js';
import { comparisonTable } from './report/comparison-table.js';
import type { Comparison, Results } from './report/results.js';

const { run, works, json } = optionsOf(process.argv.slice(2));
const comparisons: Comparison[] = [];
for (const work of works) {
  const process = new URL('./measuring/work-process.js', import.meta.url);
  const found = (await inProcess(process, [work, JSON.stringify(run)])) as readonly Comparison[]; // what it sends
  comparisons.push(...found);
  if (run.isSmoke) console.log(`${work}: all contenders agree`);
  else for (const one of found) console.log(`${comparisonTable(one)}\n`);
}
const results: Results = {
  node: process.versions.node,
  processors: availableParallelism(),
  clock: run.clock,
  comparisons,
  growths: [],
};
if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
