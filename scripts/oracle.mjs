// `npm run test:oracle [-- ARGUMENTS]`: installs what is missing of this repository, then lets other programs judge what
// our codecs write. A program that is not there fails its tests; `scripts/install-oracles.mjs` installs them.
import { runNode } from './lib/run.mjs';
import { TOOLS } from './lib/workspace.mjs';
import { setUp } from './setup.mjs';

process.exitCode = await testOracles();

async function testOracles() {
  if (!(await setUp())) {
    return 1;
  }
  const args = ['run', '--config', 'vitest.oracle.config.ts', ...process.argv.slice(2)];
  const { code } = await runNode(TOOLS.vitest, args, { show: true });
  return code;
}
