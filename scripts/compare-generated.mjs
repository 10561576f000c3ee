// `npm run compare:generated -- [--runs N] [--seed S]`: the generated code of an older commit against that of the working
// tree. `npm run compare:generated -- --help` says more.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const main = join(ROOT, 'packages', 'xen-devstate', 'test', 'old-and-new', 'main.ts');
const flags = ['--conditions=@bytewright/source', '--import', 'tsx', '--max-semi-space-size=32', main];
const [first = '', ...rest] = [...flags, ...process.argv.slice(2)];
const { code } = await runNode(first, rest, { show: true });
process.exitCode = code;
