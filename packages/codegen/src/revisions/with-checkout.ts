import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { ConfigError } from '../faults/config-error.js';
import { git } from './git.js';
import type { Revision } from './revision.js';

const INSTALLED = 'node_modules';

/**
 * Writes the files of a revision into a temporary folder, and removes them when they are done with, whatever happens. The packages
 * that they import are those installed in the working tree: what is in `node_modules` has no revisions.
 *
 * @param run is given the folder, which is the top of the repository
 */
export async function withCheckout<T>(
  { name, tree, top }: Revision,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  // the real path, for modules are known by theirs
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-revision-')));
  try {
    const folder = join(temporary, 'tree');
    mkdirSync(folder);
    // An index of its own: the user's is not touched. `git archive` would leave out what is marked export-ignore.
    const index = { GIT_INDEX_FILE: join(temporary, 'index') };
    const steps = [
      ['read-tree', tree],
      ['checkout-index', '--all', '--quiet', `--prefix=${folder.replace(/\\/g, '/')}/`],
    ];
    for (const step of steps) {
      const { isFine, complaint } = await git(top, step, index);
      if (!isFine) throw new ConfigError(`git could not write the files of ${name}: ${complaint}`);
    }
    // around the revision, for one that has no package.json of its own: schemas are modules of ECMAScript
    writeFileSync(join(temporary, 'package.json'), '{ "type": "module" }\n');
    await linkInstalled(tree, top, folder);
    return await run(folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Lets each package of the revision find what is installed for it in the working tree, or else above the repository. */
async function linkInstalled(tree: string, top: string, folder: string): Promise<void> {
  const { output } = await git(top, ['ls-tree', '-r', '-z', '--name-only', tree]);
  const packages = output.split('\0').filter((path) => posix.basename(path) === 'package.json');
  for (const path of new Set(['', ...packages.map((one) => posix.dirname(one))]))
    link(join(top, path, INSTALLED), join(folder, path, INSTALLED));
  for (let above = dirname(top); above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, INSTALLED))) {
      link(join(above, INSTALLED), join(dirname(folder), INSTALLED));
      return;
    }
}

function link(from: string, to: string): void {
  if (existsSync(from) && !existsSync(to)) symlinkSync(realpathSync(from), to, 'junction');
}
