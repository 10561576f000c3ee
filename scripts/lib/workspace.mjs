import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the whole repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Entry files of the tools, to be run with `process.execPath`. Called by path, not by name: it needs no PATH, no
 * shell and no package manager.
 */
export const TOOLS = {
  tsc: join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
  vitest: join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
  biome: join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  changeset: join(ROOT, 'node_modules', '@changesets', 'cli', 'bin.js'),
  attw: join(ROOT, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js'),
  publint: join(ROOT, 'node_modules', 'publint', 'src', 'cli.js'),
};

/**
 * The root manifest.
 *
 * @returns {{ packageManager: string, engines: { node: string } }} what the scripts need of it
 */
export function rootManifest() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
}

/**
 * The folders of the workspace that have a package.json.
 *
 * @param {readonly ('packages' | 'examples')[]} groups which of the two groups
 * @returns {string[]} absolute paths, in a stable order
 */
export function workspaceFolders(groups = ['packages', 'examples']) {
  return groups.flatMap((group) => {
    const parent = join(ROOT, group);
    if (!existsSync(parent)) {
      return [];
    }
    return readdirSync(parent)
      .sort()
      .map((name) => join(parent, name))
      .filter((folder) => existsSync(join(folder, 'package.json')));
  });
}

/**
 * A path as it is shown to people: relative to the repository, with forward slashes.
 *
 * @param {string} path an absolute path
 * @returns {string} for example `packages/runtime`
 */
export function shown(path) {
  return relative(ROOT, path).split(sep).join('/');
}
