import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * A way into a package, as an entry of its `exports` says it.
 *
 * @typedef {object} Door
 * @property {string} path as in `exports`: `.`, `./testing`
 * @property {string} specifier what is imported: `@bytewright/schema-dsl/testing`
 * @property {string} types the declarations, relative to the package
 * @property {string} code the module, relative to the package
 * @property {string | undefined} wildcard the entry of `exports`, if it stands for many doors: `./devices/*`
 */

/**
 * The doors of a package, those behind a wildcard one by one.
 *
 * @param {string} folder where the package is
 * @param {string} name what it is called
 * @param {Record<string, Record<string, string>>} exported its `exports`
 * @returns {Door[]} in the order of `exports`; what a wildcard stands for by name
 */
export function doorsOf(folder, name, exported) {
  return Object.entries(exported).flatMap(([path, conditions]) => {
    const { types, default: code } = conditions;
    if (types === undefined || code === undefined) {
      throw new Error(`${name}: the door ${path} does not have both "types" and "default"`);
    }
    /** @param {string} star what the wildcard stands for @returns {Door} */
    const door = (star) => ({
      path: path.replace('*', star),
      specifier: join(name, path.replace('*', star)).split(sep).join('/'),
      types: types.replace('*', star),
      code: code.replace('*', star),
      wildcard: path.includes('*') ? path : undefined,
    });
    return path.includes('*') ? expansions(folder, code).map(door) : [door('')];
  });
}

/**
 * @param {string} folder where the package is
 * @param {string} pattern a path in it with a wildcard: `./dist/generated/*.js`
 * @returns {string[]} what the wildcard stands for, sorted
 */
function expansions(folder, pattern) {
  const [before = '', after = ''] = pattern.split('*');
  const parent = join(folder, before);
  return readdirSync(parent, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(after))
    .map((entry) => relative(parent, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((file) => file.slice(0, -after.length))
    .sort();
}
