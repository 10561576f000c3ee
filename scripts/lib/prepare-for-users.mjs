import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCommand } from './bundle-command.mjs';
import { bundleLibrary } from './bundle-library.mjs';
import { innerManifest } from './inner-manifest.mjs';
import { manifestOf } from './published.mjs';
import { unreachableDeclarations, unreachableModules } from './reachable-files.mjs';
import { shortenDeclarations } from './shorten-declarations.mjs';
import { shortenManifest } from './shorten-manifest.mjs';
import { shortenModules } from './shorten-modules.mjs';

/**
 * Makes of a package as it was built the one that users install: its command is bundled, modules that are loaded together are one, and
 * what no door leads to is left out. A disk keeps four kilobytes for a module of one line.
 *
 * @param {string} folder the package's, built
 * @param {string} stage a copy of what is packed of it, which is changed
 */
export async function prepareForUsers(folder, stage) {
  const dist = join(stage, 'dist');
  for (const path of [...unreachableDeclarations(folder), ...unreachableModules(folder)])
    rmSync(join(dist, path), { force: true });
  shortenDeclarations(dist);
  await shortenModules(dist);
  await bundleLibrary(folder, dist);
  await bundleCommand(folder, { from: 'built', out: join(dist, 'command') });
  shortenManifest(stage);
  const inner = innerManifest(manifestOf(folder));
  if (inner !== undefined) writeFileSync(join(dist, 'package.json'), inner);
  removeEmptyFolders(dist);
}

/** @param {string} folder @returns {boolean} whether it was empty, and is gone */
function removeEmptyFolders(folder) {
  const left = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !(entry.isDirectory() && removeEmptyFolders(join(folder, entry.name))),
  );
  if (left.length === 0) rmSync(folder, { recursive: true });
  return left.length === 0;
}
