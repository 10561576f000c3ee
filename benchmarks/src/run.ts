import { readFileSync, writeFileSync } from 'node:fs';
import { measureAll } from './measure-all.js';
import { optionsOf } from './options.js';
import { withResults } from './report/document.js';
import type { Results } from './report/results.js';
import { ROOT } from './workspace.js';

const told = optionsOf(process.argv.slice(2)); // checked by check-arguments.ts before anything was built
if (told === undefined) throw new TypeError('Nothing to measure: npm run bench -- --help prints the help');
const { json, from, isDocumented, ...options } = told;
const save = (results: Results): void => {
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
};
const earlier = from === undefined ? undefined : (JSON.parse(readFileSync(from, 'utf8')) as Results); // what --json wrote
const results = await measureAll(options, earlier, save);
if (isDocumented) {
  const document = new URL('docs/performance.md', ROOT);
  writeFileSync(document, withResults(readFileSync(document, 'utf8'), results));
}
