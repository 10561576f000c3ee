// `npm test [-- ARGUMENTS]`: installs what is missing, then runs every test, the type tests among them.
import { runNode } from './lib/run.mjs';
import { TOOLS } from './lib/workspace.mjs';
import { setUp } from './setup.mjs';

process.exitCode = await test();

async function test() {
  if (!(await setUp())) {
    return 1;
  }
  const { code } = await runNode(TOOLS.vitest, ['run', ...process.argv.slice(2)], { show: true });
  return code;
}
