// Tries `npm start` as a stranger would. `fresh`: in a new copy of the repository with nothing installed. `file`: on a
// file of one's own, named relative to another folder, in which nothing may be left behind.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCheckout } from './lib/copy-checkout.mjs';
import { run } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const FIXTURE = join(ROOT, 'packages/xen-devstate/test/fixtures/qemu-7.2/pc-default-b3.dev.gz');

const CHECKS = { fresh: startInFreshCopy, file: startOnFile };

const name = /** @type {keyof typeof CHECKS | undefined} */ (process.argv[2]);
const check = name === undefined ? undefined : CHECKS[name];
if (name !== undefined && check === undefined) {
  console.error(`Usage: check-start.mjs [${Object.keys(CHECKS).join(' | ')}]`);
  process.exitCode = 2;
} else {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-start-')));
  try {
    process.exitCode = (
      check
        ? await check(folder)
        : (await startInFreshCopy(folder)) && (await startOnFile(folder))
    )
      ? 0
      : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder an empty folder */
async function startInFreshCopy(folder) {
  const copy = mkdtempSync(join(folder, 'copy-'));
  await copyCheckout(copy, { dependencies: false });
  const { code, output } = await run('npm', ['start'], { cwd: copy });
  console.log(output.trimEnd());
  console.log(`npm start in a fresh copy: exit code ${code}`);
  return code === 0;
}

/** @param {string} folder an empty folder */
async function startOnFile(folder) {
  const place = mkdtempSync(join(folder, 'elsewhere-'));
  copyFileSync(FIXTURE, join(place, 'mine.dev.gz'));
  const before = listing(place);
  const { code, output } = await run('npm', ['--prefix', ROOT, 'start', '--', 'mine.dev.gz'], { cwd: place });
  console.log(output.trimEnd());
  console.log(`npm start -- mine.dev.gz: exit code ${code}`);
  const after = listing(place);
  if (after !== before) {
    console.log(`The folder of the file has changed.\nBefore:\n${before}\nAfter:\n${after}`);
  }
  return code === 0 && after === before;
}

/**
 * @param {string} folder a folder of files
 * @returns {string} their names and digests
 */
function listing(folder) {
  const line = (/** @type {string} */ file) =>
    `${file} ${createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')}`;
  return readdirSync(folder).sort().map(line).join('\n');
}
