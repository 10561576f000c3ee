import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { doorsOf } from './doors.mjs';
import { manifestOf } from './published.mjs';

/** Where a file names another one of its package. */
const REFERENCE = /["'`](\.[^"'`\n]+)\.js\b/g;

/** Modules that a configuration finds by their folders: the schemas of catalogs. */
const SOUGHT = /^catalogs\//;

/**
 * Declarations that no compiler of a user's ever reads, as no door leads to them: those of what is only run.
 *
 * @param {string} folder a package's folder, built
 * @returns {string[]} paths in its `dist`, with forward slashes
 */
export function unreachableDeclarations(folder) {
  const doors = publishedDoors(folder).map(({ types }) => types);
  return unreachable(folder, doors, '.d.ts');
}

/**
 * Modules that no program of a user's ever loads, as no door leads to them: those of a command, which is bundled.
 *
 * @param {string} folder a package's folder, built
 * @returns {string[]} paths in its `dist`, with forward slashes
 */
export function unreachableModules(folder) {
  const doors = publishedDoors(folder).map(({ code }) => code);
  return unreachable(folder, doors, '.js').filter((path) => !SOUGHT.test(path));
}

/** @param {string} folder @returns {import('./doors.mjs').Door[]} */
function publishedDoors(folder) {
  const { name, exports } = manifestOf(folder);
  return doorsOf(folder, name, exports);
}

/**
 * @param {string} folder a package's folder
 * @param {readonly string[]} doors files in it
 * @param {'.d.ts' | '.js'} ending of the files that are looked at
 * @returns {string[]} the paths in its `dist` that no door leads to
 */
function unreachable(folder, doors, ending) {
  const reached = new Set(doors.map((path) => join(folder, path)));
  for (const file of reached) {
    if (!existsSync(file)) continue;
    // sets grow while walked
    for (const [, path] of readFileSync(file, 'utf8').matchAll(REFERENCE))
      reached.add(join(dirname(file), `${path}${ending}`));
  }
  const dist = join(folder, 'dist');
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => join(dist, path))
    .filter((path) => path.endsWith(ending) && !reached.has(path))
    .map((path) => relative(dist, path).split(sep).join('/'))
    .sort();
}
