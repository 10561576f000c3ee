import { readFileSync, writeFileSync } from 'node:fs';
import { measureAll } from './measure-all.js';
import { optionsOf } from './options.js';
import { withResults } from './report/document.js';
import type { Results } from './report/results.js';
import { ROOT } from './workspace.js';

const options = optionsOf(process.argv.slice(2));
const results: Results =
  options.from === undefined
    ? await measureAll(options)
    : (JSON.parse(readFileSync(options.from, 'utf8')) as Results); // what --json wrote
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, undefined, 2)}\n`);
if (options.isDocumented) {
  const document = new URL('docs/performance.md', ROOT);
  writeFileSync(document, withResults(readFileSync(document, 'utf8'), results));
}
