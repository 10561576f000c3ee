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
 * @property {string | undefined} wildcard the entry of `exports` that it is below, if that stands for many doors: `./devices/*`
 */

/**
 * The doors of a package, those behind a wildcard one by one: also those that lead elsewhere, by an entry of their own.
 *
 * @param {string} folder where the package is
 * @param {string} name what it is called
 * @param {Record<string, string | Record<string, string>>} exported its `exports`
 * @returns {Door[]} in the order of `exports`; what a wildcard stands for by name
 */
export function doorsOf(folder, name, exported) {
  const paths = Object.keys(exported);
  const wildcardOf = wildcardsOf(paths);
  /** @param {string} path @param {string} star what the wildcard in it stands for @returns {Door} */
  const door = (path, star) => {
    const { types, default: code } = conditionsOf(exported[path]);
    if (types === undefined || code === undefined) {
      throw new Error(`${name}: the door ${path} does not have both "types" and "default"`);
    }
    return {
      path: path.replace('*', star),
      specifier: join(name, path.replace('*', star)).split(sep).join('/'),
      types: types.replace('*', star),
      code: code.replace('*', star),
      wildcard: path.includes('*') ? path : wildcardOf(path),
    };
  };
  const elsewhere = paths.filter((path) => wildcardOf(path) !== undefined);
  return paths.flatMap((path) => {
    if (!path.includes('*')) return elsewhere.includes(path) ? [] : [door(path, '')];
    const own = expansions(folder, conditionsOf(exported[path]).default ?? '').map((star) =>
      door(path, star),
    );
    const others = elsewhere.filter((one) => wildcardOf(one) === path).map((one) => door(one, ''));
    return [...own, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
  });
}

/**
 * The doors that neither are a wildcard nor below one: each is a module of its own form, and not one of many alike.
 *
 * @param {Record<string, unknown>} exported a package's `exports`
 * @returns {string[]} paths as in `exports`
 */
export function singleDoors(exported) {
  const paths = Object.keys(exported);
  const wildcardOf = wildcardsOf(paths);
  return paths.filter((path) => !path.includes('*') && wildcardOf(path) === undefined);
}

/**
 * @param {readonly string[]} paths all of `exports`
 * @returns {(path: string) => string | undefined} the wildcard that a path is below
 */
function wildcardsOf(paths) {
  const wildcards = paths.filter((path) => path.includes('*'));
  return (path) =>
    wildcards.find((wildcard) => {
      const [before = '', after = ''] = wildcard.split('*');
      return path !== wildcard && path.startsWith(before) && path.endsWith(after);
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

/**
 * @param {string | Record<string, string> | undefined} entry of `exports`: as it is published, it may be the path of the module alone
 * @returns {Record<string, string>} its conditions
 */
function conditionsOf(entry = {}) {
  return typeof entry === 'string' ? { types: entry.replace(/\.js$/, '.d.ts'), default: entry } : entry;
}
