// `npm run test:mutation [-- FILE…]`: changes the interpreter and the relation solver in small ways, and sees whether
// the tests notice. FILE limits it to some sources, such as packages/schema-dsl/src/interpreter/nodes/struct.ts.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const files = process.argv.slice(2);
const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
// A schema is compiled once and its IR is kept, so that mutants of the compiler need modules loaded anew.
const isCompiler = (/** @type {string} */ file) => file.includes('/ir/');
const runs = [
  { config: 'stryker.config.json', limited: files.filter((file) => !isCompiler(file)) },
  { config: 'stryker.solver.config.json', limited: files.filter(isCompiler) },
];
for (const { config, limited } of runs) {
  if (files.length > 0 && limited.length === 0) continue;
  const mutate = limited.length === 0 ? [] : ['--mutate', limited.join(',')];
  const { code } = await runNode(stryker, ['run', config, ...mutate], { show: true });
  process.exitCode ||= code;
}
