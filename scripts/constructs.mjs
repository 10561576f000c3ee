// `npm run constructs [-- --check] [PART]`: tries every construct in every relation and position, and writes
// docs/construct-table.md from what becomes of them. `--check` reports cells that are no longer what the table says.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const main = join(ROOT, 'packages', 'codegen', 'test', 'construct-table', 'main.ts');
const flags = ['--conditions=@bytewright/source', '--import', 'tsx', main];
const [first = '', ...rest] = [...flags, ...process.argv.slice(2)];
const { code } = await runNode(first, rest, { show: true });
process.exitCode = code;
