import { singleDoors } from './doors.mjs';

/**
 * The package.json for the `dist` of a package with very many doors. For each import of a package by name Node (22 and newer) parses
 * all `exports` of the package that the importing module is in, to see whether it means itself: with 1,400 entries a command
 * took two seconds to start instead of a third. A module's package is that of the nearest package.json, so a small one beside the
 * modules ends that; whoever imports the package by its name still gets the whole one, modules of its own too.
 *
 * @param {{ exports?: Record<string, unknown>, sideEffects?: boolean | readonly string[] }} manifest of the package, as it is published
 * @returns {string | undefined} its text; `undefined` where there are no doors below wildcards
 */
export function innerManifest({ exports = {}, sideEffects }) {
  const single = new Set(singleDoors(exports));
  const hasMany = Object.keys(exports).some((path) => !path.includes('*') && !single.has(path));
  if (!hasMany) return undefined;
  const own = Array.isArray(sideEffects)
    ? sideEffects.filter((path) => path.startsWith('./dist/')).map((path) => path.replace('./dist/', './'))
    : sideEffects;
  return `${JSON.stringify({ type: 'module', sideEffects: own }, undefined, 2)}\n`;
}
