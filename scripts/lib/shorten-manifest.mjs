import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** More entries in `exports` than somebody writes by hand. */
const MANY = 100;

/**
 * Makes the `exports` of a package with very many doors shorter: a compiler finds the declarations of `./a.js` in `./a.d.ts` by itself, so
 * an entry that says nothing else is the path of the module alone.
 *
 * @param {string} folder of the package as it is published
 */
export function shortenManifest(folder) {
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const { exports = {} } = manifest;
  if (Object.keys(exports).length < MANY) return;
  manifest.exports = Object.fromEntries(
    Object.entries(exports).map(([door, conditions]) => [door, shortened(conditions)]),
  );
  writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/**
 * @param {string | Record<string, string>} conditions of a door
 * @returns {string | Record<string, string>} its module, where the declarations lie beside that
 */
function shortened(conditions) {
  if (typeof conditions === 'string') return conditions;
  const { types, default: code, ...others } = conditions;
  const isBeside = code !== undefined && types === code.replace(/\.js$/, '.d.ts');
  return isBeside && Object.keys(others).length === 0 ? code : conditions;
}
