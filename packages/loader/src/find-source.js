import { realpathSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What compiles to a file with this ending, and is meant by it in an import. */
const SOURCES = /** @type {const} */ ({ '.js': ['.ts', '.tsx'], '.mjs': ['.mts'], '.jsx': ['.tsx'] });

/**
 * Finds the file that a path in a TypeScript module refers to: the source of the named `.js` file, the file itself, or a file
 * whose extension was left out.
 *
 * @param {string} url of the file as named
 * @returns {string | undefined} the URL of its real path; `undefined` if there is none
 */
export function findSource(url) {
  const path = fileURLToPath(url);
  const found = candidates(path).find(isFile);
  return found === undefined ? undefined : pathToFileURL(realpathSync(found)).href;
}

/**
 * @param {string} path
 * @returns {string[]} files that it may refer to, the most likely first
 */
function candidates(path) {
  for (const [ending, sources] of Object.entries(SOURCES))
    if (path.endsWith(ending)) return [...sources.map((one) => path.slice(0, -ending.length) + one), path];
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
