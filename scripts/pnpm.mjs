// Runs the pnpm that package.json names, on any machine that has npm: `node scripts/pnpm.mjs install`.
import { pathToFileURL } from 'node:url';
import { run } from './lib/run.mjs';
import { rootManifest } from './lib/workspace.mjs';

/**
 * Runs pnpm through npx, in the version of the `packageManager` field.
 *
 * @param {readonly string[]} args for example `['install', '--frozen-lockfile']`
 * @param {import('./lib/run.mjs').RunOptions} options where and how
 * @returns {Promise<import('./lib/run.mjs').Outcome>} exit code and output
 */
export function runPnpm(args, options = {}) {
  return run('npx', ['--yes', rootManifest().packageManager, ...args], options);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code } = await runPnpm(process.argv.slice(2), { cwd: process.cwd(), show: true, input: true });
  process.exitCode = code;
}
