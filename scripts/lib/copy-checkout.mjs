import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryFiles } from './git.mjs';
import { ROOT, shown, workspaceFolders } from './workspace.mjs';

/**
 * Copies the repository's files into a folder. With `dependencies`, what is installed here serves the copy as well: the
 * big store is linked to, the packages' own links are copied, so that `@bytewright/*` means the copy's packages.
 *
 * @param {string} target an existing folder
 * @param {{ dependencies: boolean }} options whether the copy shall be able to run without an installation
 */
export async function copyCheckout(target, options) {
  for (const name of await repositoryFiles()) {
    const to = join(target, name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(ROOT, name), to);
  }
  if (!options.dependencies) {
    return;
  }
  symlinkSync(join(ROOT, 'node_modules'), join(target, 'node_modules'), 'junction');
  for (const folder of workspaceFolders()) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) {
      cpSync(modules, join(target, shown(folder), 'node_modules'), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
  }
}
