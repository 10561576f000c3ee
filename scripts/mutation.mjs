// `npm run test:mutation [-- FILE…]`: changes the interpreter and the relation solver in small ways, and sees whether
// the tests notice. FILE limits it to some sources, such as packages/schema-dsl/src/interpreter/nodes/struct.ts.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const files = process.argv.slice(2);
const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const mutate = files.length === 0 ? [] : ['--mutate', files.join(',')];
const { code } = await runNode(stryker, ['run', ...mutate], { show: true });
process.exitCode = code;
