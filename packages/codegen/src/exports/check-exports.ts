import type { Fail } from '../faults/fail.js';
import { shownValue } from '../faults/shown-value.js';
import type { PublicPaths } from './exact-entries.js';
import { findManifest, manifestFaults } from './package-manifest.js';

/** One wildcard, in a public path and in the path of a module. */
const PUBLIC_PATH = /^\.\/[^*]*\*[^*]*$/;
const MODULES = /^(?![./])[^*]*\*[^*]*$/;

/**
 * Checks what a configuration says of public paths, also against the package.json that it belongs to.
 *
 * @param folder of the configuration, absolute
 */
export function checkExports(exported: unknown, folder: string, fail: Fail): PublicPaths | undefined {
  if (exported === undefined) return undefined;
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported))
    return fail(
      `exports says which generated modules wildcards stand for, such as { './v2/*': 'v2/*' }, not ${shownValue(exported)}`,
      'exports',
    );
  const paths: Record<string, string> = {};
  for (const [wildcard, modules] of Object.entries(exported)) {
    const isWildcard = PUBLIC_PATH.test(wildcard);
    if (!isWildcard)
      fail(`exports: a public path is a wildcard such as './v2/*', not '${wildcard}'`, wildcard);
    const isPattern = typeof modules === 'string' && MODULES.test(modules);
    if (!isPattern)
      fail(
        `exports['${wildcard}'] is a wildcard for generated modules, relative to output, such as 'v2/*', not ${shownValue(modules)}`,
        wildcard,
      );
    if (isWildcard && isPattern) paths[wildcard] = modules;
  }
  const manifest = findManifest(folder);
  if (manifest === undefined) return fail('exports: there is no package.json for it', 'exports');
  const faults = manifestFaults(manifest, paths);
  if (typeof faults === 'string') return fail(`exports: package.json ${faults}`, 'exports');
  for (const { wildcard, problem } of faults)
    fail(`exports: ${wildcard} of package.json ${problem}`, wildcard);
  return paths;
}
