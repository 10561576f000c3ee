import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { doorsOf } from './doors.mjs';
import { manifestOf } from './published.mjs';

/** Where a declaration names another file of its package. */
const REFERENCE = /(?:\bfrom |\bimport\(|^import )["'](\.[^"']+)\.js["']/gm;

/**
 * Declarations that no compiler of a user's ever reads, as no door leads to them: those of what is only run.
 *
 * @param {string} folder a package's folder, built
 * @returns {string[]} paths in its `dist`, with forward slashes
 */
export function unreachableDeclarations(folder) {
  const { name, exports } = manifestOf(folder);
  const reached = new Set(doorsOf(folder, name, exports).map(({ types }) => join(folder, types)));
  for (const file of reached) {
    if (!existsSync(file)) continue;
    // sets grow while walked
    for (const [, path] of readFileSync(file, 'utf8').matchAll(REFERENCE))
      reached.add(join(dirname(file), `${path}.d.ts`));
  }
  const dist = join(folder, 'dist');
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => join(dist, path))
    .filter((path) => path.endsWith('.d.ts') && !reached.has(path))
    .map((path) => relative(dist, path).split(sep).join('/'))
    .sort();
}
