// `npm run test:peers -- FOLDER [--json]`: test suites of another project, converted to schemas of ours, by interpreter and
// generated code, in both directions. Prints how many cases come out as their authors say, and why the others do not.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const main = join(ROOT, 'packages', 'codegen', 'test', 'peers', 'main.ts');
const flags = ['--conditions=@bytewright/source', '--import', 'tsx', main];
const [first = '', ...rest] = [...flags, ...process.argv.slice(2)];
const { code } = await runNode(first, rest, { show: true });
process.exitCode = code;
