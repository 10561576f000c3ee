// `npm run errors [-- --check]`: writes docs/errors.md from the codes of errors and an example of each, or says that it is stale.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const main = join(ROOT, 'packages', 'schema-dsl', 'test', 'errors', 'main.ts');
const { code } = await runNode(
  '--conditions=@bytewright/source',
  ['--import', 'tsx', main, ...process.argv.slice(2)],
  { show: true },
);
process.exitCode = code;
