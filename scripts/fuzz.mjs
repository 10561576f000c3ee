// `npm run fuzz -- TARGET [--seconds N] [--executions N] [--seed S]`: damaged inputs for what reads them, until something is
// wrong or enough has been tried. `npm run fuzz -- --help` says more.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const main = join(ROOT, 'packages', 'xen-devstate', 'test', 'fuzz', 'main.ts');
const flags = ['--conditions=@bytewright/source', '--import', 'tsx', main];
const [first = '', ...rest] = [...flags, ...process.argv.slice(2)];
const { code } = await runNode(first, rest, { show: true });
process.exitCode = code;
