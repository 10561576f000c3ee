// `npm start [-- FILE]`: installs and builds what is missing, then takes a device-state file through the codec and back.
import { join } from 'node:path';
import { build } from './build.mjs';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';
import { setUp } from './setup.mjs';

const TOUR = join(ROOT, 'packages', 'xen-devstate', 'dist', 'cli', 'tour.js');

process.exitCode = await start();

async function start() {
  if (!(await setUp())) {
    return 1;
  }
  const { code: failure, output } = await build();
  if (failure !== 0) {
    console.error(`${output.trimEnd()}\n\nThe build failed.`);
    return 1;
  }
  // npm runs scripts in the folder of package.json; a relative FILE is meant from where the user stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const { code } = await runNode(TOUR, process.argv.slice(2), { cwd, show: true, input: true });
  return code;
}
