import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { ROOT } from './workspace.mjs';

/**
 * Runs git on this repository, also where it belongs to another user, as checkouts in containers do.
 *
 * @param {readonly string[]} args for example `['status', '--porcelain']`
 * @returns {Promise<import('./run.mjs').Outcome>} exit code and output
 */
export function runGit(args) {
  return run('git', ['-c', `safe.directory=${ROOT}`, ...args]);
}

/**
 * The files that belong to the repository: committed, or new and not ignored. Deleted ones are left out.
 *
 * @returns {Promise<string[]>} paths relative to the repository, with forward slashes
 */
export async function repositoryFiles() {
  const { code, output } = await runGit(['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (code !== 0) {
    throw new Error(`git could not list the files of the repository:\n${output}`);
  }
  const names = [...new Set(output.split('\0'))].filter((name) => name !== '');
  return names.sort().filter((name) => lstatSync(join(ROOT, name), { throwIfNoEntry: false })?.isFile());
}
