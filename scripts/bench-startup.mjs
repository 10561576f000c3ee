// Measures how long the commands take to start, as they are published, beside a Node that does nothing: `npm run bench:startup`. Fails where
// a ratio is above what is wanted, which is about twice of what it is; tests count the files that are opened.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { bundleCommand } from './lib/bundle-command.mjs';
import { ROOT } from './lib/workspace.mjs';

/** A state of 82,231 bytes. */
const STATE = join(ROOT, 'packages/xen-devstate/test/fixtures/qemu-7.2/pc-i440fx-2.3-default.dev.gz');

/** Runs of each command line; the median counts. */
const RUNS = 21;

const folder = mkdtempSync(join(tmpdir(), 'bytewright-startup-'));
/** @type {string[]} */
const bundled = [];
try {
  const { code, output } = await build();
  if (code !== 0) throw new Error(output);
  const state = join(folder, 'state.dev');
  writeFileSync(state, gunzipSync(readFileSync(STATE)));
  const nothing = join(folder, 'nothing.mjs');
  writeFileSync(nothing, '');
  const [bytewright, devstate] = [await mainOf('codegen'), await mainOf('xen-devstate')];
  const bare = median([nothing]);
  console.log(`node, which does nothing: ${bare.toFixed(0)} ms`);
  for (const [name, most, ...args] of /** @type {const} */ ([
    ['bytewright --version', 2.5, bytewright, '--version'],
    ['devstate --version', 2.5, devstate, '--version'],
    ['devstate list, 82 KB', 4, devstate, 'list', state],
    ['devstate show, 82 KB', undefined, devstate, 'show', state],
  ])) {
    const time = median(args);
    if (most !== undefined && time > most * bare) process.exitCode = 1;
    const wanted = most === undefined ? '' : `, wanted ${most}`;
    const times = (time / bare).toFixed(1);
    console.log(`${name}: ${time.toFixed(0)} ms, ${times} times${wanted}; ${openedBy(args)} modules`);
  }
} finally {
  for (const path of [folder, ...bundled]) rmSync(path, { recursive: true, force: true });
}

/** @param {string} name a package's @returns {Promise<string>} the entry of its command, bundled */
async function mainOf(name) {
  const out = join(ROOT, 'packages', name, 'dist', 'command');
  bundled.push(out);
  const command = await bundleCommand(join(ROOT, 'packages', name), { from: 'built', out });
  if (command === undefined) throw new Error(`${name} has no command`);
  return command.main;
}

/** @param {readonly string[]} args of Node's @returns {number} milliseconds that it takes */
function median(args) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[RUNS >> 1] ?? Number.NaN;
}

/** @param {readonly string[]} args of Node's @returns {number} modules of files that it loads */
function openedBy(args) {
  const counting = join(ROOT, 'scripts/lib/count-modules.mjs');
  const { stderr } = spawnSync(process.execPath, ['--import', counting, ...args], { encoding: 'utf8' });
  return Number(/modules loaded: (\d+)/.exec(stderr)?.[1] ?? Number.NaN);
}
