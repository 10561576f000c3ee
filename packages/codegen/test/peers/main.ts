import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSuites } from './data-set.js';
import { printSummary } from './print-summary.js';
import { runSuites } from './run-suites.js';

// Another project's test suites on demand: `npm run test:peers -- FOLDER [--json]`.
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder] = positionals;
if (
  folder === undefined ||
  positionals.length > 1 ||
  !statSync(folder, { throwIfNoEntry: false })?.isDirectory()
)
  throw new TypeError(
    'usage: npm run test:peers -- FOLDER [--json], with binschema-suites.json in the folder',
  );

const summary = runSuites(readSuites(readFileSync(join(folder, 'binschema-suites.json'), 'utf8')));
process.stdout.write(`${printSummary(summary, values.json)}\n`);
process.exitCode = summary.wrong.length === 0 ? 0 : 1;
