import { BANNER } from './catalog-folder.js';
import type { PrintedModule } from './print-module.js';

/** A catalog that is there already: its folder as the new one's modules see it, and its modules' texts by path. */
export interface BaseCatalog {
  /** Such as `qemu-7.2`, beside the new catalog's folder. */
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** What a module is that another catalog has already: all of it is there. */
const WHOLE = /^(?:\/\/.*\n)*export \* from '\.\.\/\.\.\/([^/']+)\/([^']+)\.js';\n$/;

/**
 * For each module that an earlier catalog has in just the same way, down to all that it uses: where that is.
 *
 * @param bases earlier catalogs, the first one that has a module counts
 */
export function sharedModules(
  modules: readonly PrintedModule[],
  bases: readonly BaseCatalog[],
): ReadonlyMap<string, BaseCatalog> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const byName = new Map(bases.map((base) => [base.name, base]));
  /** The catalog that has the text which a catalog shows for a module, which may be another one's. */
  const origin = (path: string, base: BaseCatalog): BaseCatalog => {
    const [, name = ''] = WHOLE.exec(base.texts.get(path) ?? '') ?? [];
    return byName.get(name) ?? base;
  };
  const same = new Map<string, boolean>();
  const isSame = (path: string, base: BaseCatalog): boolean => {
    const home = origin(path, base);
    const key = `${home.name} ${path}`;
    const known = same.get(key);
    if (known !== undefined) return known;
    const module = byPath.get(path);
    const found =
      module !== undefined &&
      home.texts.get(path) === module.text &&
      module.uses.every((used) => isSame(used, home));
    same.set(key, found);
    return found;
  };
  const shared = new Map<string, BaseCatalog>();
  for (const { path } of modules) {
    const base = bases.find((one) => one.texts.has(path) && isSame(path, one));
    if (base !== undefined) shared.set(path, origin(path, base));
  }
  return shared;
}

/** Whether a module is only what another catalog has. */
export const isShared = (text: string): boolean => WHOLE.test(text);

/** The text of a module that another catalog has. */
export function sharedText(path: string, { name }: BaseCatalog): string {
  return `${BANNER}export * from '../../${name}/${path}.js';\n`;
}
