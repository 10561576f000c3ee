// `npm run bench [-- --only WORK | --rounds NUMBER | --json FILE | --smoke]`: installs what is missing, builds what is
// measured, as its users get it, and measures it. First all contenders must agree. See benchmarks/README.md.
import { join } from 'node:path';
import { runNode } from './lib/run.mjs';
import { ROOT, TOOLS } from './lib/workspace.mjs';
import { setUp } from './setup.mjs';

process.exitCode = await bench();

async function bench() {
  if (!(await setUp())) {
    return 1;
  }
  const build = await runNode(TOOLS.tsc, ['-b', join(ROOT, 'benchmarks')], { show: true });
  if (build.code !== 0) {
    return build.code;
  }
  const main = join(ROOT, 'benchmarks', 'dist', 'benchmarks', 'src', 'run.js');
  const { code } = await runNode(main, process.argv.slice(2), { show: true });
  return code;
}
