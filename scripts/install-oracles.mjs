// Installs, by apt, the programs that `npm run test:oracle` needs and that are not there. Says what it did; the tests
// themselves say what is still missing, so this never fails.

import { ORACLES } from './lib/oracle.mjs';
import { run } from './lib/run.mjs';

const missing = [];
for (const [program, debianPackage] of Object.entries(ORACLES)) {
  const { code } = await run('sh', ['-c', `command -v ${program}`]);
  if (code !== 0) {
    missing.push(debianPackage);
  }
}

if (missing.length === 0) {
  console.log('All programs are there.');
} else {
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing];
  const first = await apt(install);
  // a machine that is new has no package lists yet
  const { code, output } = first.code === 0 ? first : await updateAndRetry(install);
  console.log(
    code === 0 ? `Installed ${missing.join(', ')}.` : `Could not install ${missing.join(', ')}:\n${output}`,
  );
}

/** @param {readonly string[]} args what apt-get is to do */
function apt(args) {
  return run('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 5 * 60_000,
  });
}

/** @param {readonly string[]} install the command that failed */
async function updateAndRetry(install) {
  await apt(['update', '-q']);
  return apt(install);
}
