// `npm run bench [-- --only WORK | --rounds NUMBER | --json FILE | --smoke]`: installs what is missing, builds what is
// measured, as its users get it, and measures it. First all contenders must agree. `npm run bench -- --help` says more.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT, TOOLS } from './lib/workspace.mjs';
import { setUp } from './setup.mjs';

/** What check-arguments.ts ends with where help is all that was asked for. */
const HELP_PRINTED = 10;

process.exitCode = await bench();

async function bench() {
  if (!(await setUp())) {
    return 1;
  }
  const args = process.argv.slice(2);
  const check = join(ROOT, 'benchmarks', 'src', 'check-arguments.ts');
  const { code: found } = await runNode('--import', ['tsx', check, ...args], { show: true });
  if (found !== 0) {
    return found === HELP_PRINTED ? 0 : found;
  }
  const build = await runNode(TOOLS.tsc, ['-b', join(ROOT, 'benchmarks')], { show: true });
  if (build.code !== 0) {
    return build.code;
  }
  const main = join(ROOT, 'benchmarks', 'dist', 'benchmarks', 'src', 'run.js');
  const { code } = await runNode(main, args, { show: true });
  return code;
}
