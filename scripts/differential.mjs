// `npm run test:differential [-- --pairs NUMBER --seed INTEGER]`: made-up schemas, until so many pairs of a schema and a
// value (100,000 if not said) have gone through interpreter, generated code and binary-parser. Prints what it has done,
// and for a schema on which they disagree the command that tries it again.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const main = join(ROOT, 'packages', 'codegen', 'test', 'differential', 'main.ts');
const flags = ['--conditions=@bytewright/source', '--import', 'tsx', main];
const [first = '', ...rest] = [...flags, ...process.argv.slice(2)];
const { code } = await runNode(first, rest, { show: true });
process.exitCode = code;
