import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { manifestOf, publishedFolders } from './published.mjs';
import { run } from './run.mjs';

/** What a file system reserves at once: a file of one byte takes as much. */
const BLOCK = 4096;

/**
 * How much room a package takes on a disk with all that it depends on, as `du` counts it.
 *
 * @param {string} folder the package's
 * @param {ReadonlyMap<string, string>} tarballs those of this repository's packages, by the names of their folders
 * @returns {Promise<number>} bytes
 */
export async function installedSize(folder, tarballs) {
  const own = new Map(publishedFolders().map((one) => [manifestOf(one).name, one]));
  const folders = new Set([folder]);
  let bytes = 0;
  for (const one of folders) {
    const tarball = tarballs.get(basename(one));
    const isOwn = tarball !== undefined && dirname(one) === dirname(folder);
    bytes += room(isOwn ? await packedFiles(tarball) : filesIn(one));
    const { dependencies = {} } = JSON.parse(readFileSync(join(one, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) folders.add(own.get(name) ?? installed(one, name));
  }
  return bytes;
}

/**
 * @param {readonly { path: string, bytes: number }[]} files
 * @returns {number} what they take, with the folders that they are in
 */
function room(files) {
  const folders = new Set(files.map(({ path }) => dirname(path)));
  return files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / BLOCK) * BLOCK, folders.size * BLOCK);
}

/** @param {string} tarball @returns {Promise<{ path: string, bytes: number }[]>} */
async function packedFiles(tarball) {
  const { output } = await run('tar', ['-tvzf', tarball]);
  return output
    .trim()
    .split('\n')
    .map((line) => {
      // -rw-r--r-- 0/0  1234 1985-10-26 08:15 package/dist/index.js
      const [, bytes, path = ''] = /\s(\d+)\s+\S+\s+\S+\s+(\S.*)$/.exec(line) ?? [];
      return { path, bytes: Number(bytes) };
    });
}

/** @param {string} folder @returns {{ path: string, bytes: number }[]} */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: statSync(path).size }));
}

/**
 * @param {string} folder a package that is installed, or of this repository
 * @param {string} name what it depends on
 * @returns {string} where that is: below the package, or beside it
 */
function installed(folder, name) {
  for (let one = folder; dirname(one) !== one; one = dirname(one)) {
    const found = join(one, 'node_modules', name);
    if (existsSync(found)) return found;
  }
  throw new Error(`${name} is not installed for ${folder}`);
}
