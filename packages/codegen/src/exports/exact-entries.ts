import type { ExportEntries, ExportTarget } from './export-entries.js';
import { filesOf, withFiles } from './export-entries.js';
import type { MovedModule } from './moved-module.js';

/** Wildcards of `exports`, such as `./v2/*`, and the generated modules that they stand for, such as `v2/*`. */
export type PublicPaths = Readonly<Record<string, string>>;

/** What is wrong with a wildcard. */
export interface WildcardFault {
  readonly wildcard: string;
  readonly problem: string;
}

/**
 * Finds wildcards that do not lead to the generated modules that they are to stand for.
 *
 * @example
 * wildcardFaults({ './v2/*': './dist/old/*.js' }, { './v2/*': 'v2/*' });
 * // [{ wildcard: './v2/*', problem: 'leads to ./dist/old/*.js; expected a path that ends in /v2/*.js' }]
 */
export function wildcardFaults(entries: ExportEntries, paths: PublicPaths): readonly WildcardFault[] {
  return Object.entries(paths).flatMap(([wildcard, modules]): WildcardFault[] => {
    if (!Object.hasOwn(entries, wildcard)) return [{ wildcard, problem: 'is not in exports' }];
    return filesOf(entries[wildcard])
      .filter((file) => placeOf(file, modules) === undefined)
      .map((file) => {
        const ending = file.includes('*') ? file.slice(file.lastIndexOf('*') + 1) : '';
        return { wildcard, problem: `leads to ${file}; expected a path that ends in /${modules}${ending}` };
      });
  });
}

/**
 * The entries of `exports`, with one for each public path of a module that has moved: Node and TypeScript take an exact entry
 * before a wildcard. Such entries of an earlier run go; what else there is stays as it is, and the exact ones come last.
 *
 * @param output the folder of generated modules
 * @param paths without {@link wildcardFaults} in these entries
 * @example
 * const entries = { './v2/*': { types: './dist/generated/v2/*.d.ts', default: './dist/generated/v2/*.js' } };
 * const moved = [{ source: 'schemas/v2/point.ts', path: 'generated/v2/point.ts', to: 'generated/v1/point.ts' }];
 * withExactEntries(entries, { './v2/*': 'v2/*' }, moved, 'generated');
 * // { './v2/*': …, './v2/point': { types: './dist/generated/v1/point.d.ts', default: './dist/generated/v1/point.js' } }
 */
export function withExactEntries(
  entries: ExportEntries,
  paths: PublicPaths,
  moved: readonly MovedModule[],
  output: string,
): ExportEntries {
  const kept = Object.entries(entries).filter(
    ([path, target]) => !isExactEntry(path, target, entries, paths),
  );
  const exact = Object.entries(paths).flatMap(([wildcard, modules]) =>
    moved
      .flatMap(({ path, to }): [string, ExportTarget][] => {
        const star = starIn(nameOf(path, output), modules);
        if (star === undefined) return [];
        const target = leadingTo(nameOf(to, output), entries[wildcard] ?? null, modules);
        return [[wildcard.replace('*', star), target]];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const byHand = new Set(kept.map(([path]) => path));
  return Object.fromEntries([...kept, ...exact.filter(([path]) => !byHand.has(path))]);
}

/** Whether an entry is one that {@link withExactEntries} adds: below a wildcard, in its form, to some generated module. */
function isExactEntry(
  path: string,
  target: ExportTarget,
  entries: ExportEntries,
  paths: PublicPaths,
): boolean {
  if (path.includes('*')) return false;
  return Object.entries(paths).some(([wildcard, modules]) => {
    const form = entries[wildcard];
    const [pattern = ''] = filesOf(form);
    const [file = ''] = filesOf(target);
    const place = placeOf(pattern, modules);
    if (form === undefined || place === undefined || starIn(path, wildcard) === undefined) return false;
    const name = starIn(file, `${place.before}*${place.ending}`);
    return name !== undefined && isSame(leadingTo(name, form, modules), target);
  });
}

/** A wildcard's target for one module. */
function leadingTo(name: string, form: ExportTarget, modules: string): ExportTarget {
  return withFiles(form, (file) => {
    const { before, ending } = placeOf(file, modules) ?? { before: '', ending: '' }; // a wildcard without faults has one
    return `${before}${name}${ending}`;
  });
}

/** What stands before and behind the path of a generated module in a file that a wildcard leads to. */
function placeOf(
  file: string,
  modules: string,
): { readonly before: string; readonly ending: string } | undefined {
  const [before = '', ending, ...more] = file.split('*');
  const folder = modules.slice(0, modules.indexOf('*'));
  if (ending === undefined || more.length > 0 || !before.endsWith(`/${folder}`)) return undefined;
  return { before: before.slice(0, before.length - folder.length), ending };
}

/** A generated module as its public paths say it: `v2/point` for `generated/v2/point.ts`. */
function nameOf(path: string, output: string): string {
  return path.slice(output === '' ? 0 : output.length + 1).replace(/\.ts$/, '');
}

/** What the wildcard of a pattern stands for in a path; `undefined` for one that the pattern does not mean. */
function starIn(path: string, pattern: string): string | undefined {
  const [before = '', behind = ''] = pattern.split('*');
  const isMeant =
    path.length > before.length + behind.length && path.startsWith(before) && path.endsWith(behind);
  return isMeant ? path.slice(before.length, path.length - behind.length) : undefined;
}

/** Whether targets are the same; conditions are tried in order, so that counts as well. */
export const isSame = (a: ExportTarget | undefined, b: ExportTarget | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
