import type { PrintedModule } from './printed-module.js';

/** A catalog that is there already. */
export interface BaseCatalog {
  /** The name of its folder, such as `qemu-7.2`, beside the new catalog's. */
  readonly name: string;
  /** The texts of the modules in its own folder, by their paths in it without the ending. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The catalog whose folder a module is in, by the name of the folder; `undefined` is the new catalog. */
export type Place = string | undefined;

/** Where each module of a catalog is, by its path without the ending. */
export type Places = (path: string) => Place;

/**
 * Finds a place for each module of a new catalog: the folder of the first earlier catalog that has it in just the same way,
 * down to all that it uses, or else its own.
 *
 * @param print the module of a path as it would be in a place
 */
export function placeModules(
  paths: readonly string[],
  bases: readonly BaseCatalog[],
  print: (path: string, place: Place, places: Places) => PrintedModule,
): Places {
  const known = new Map<string, Place>();
  const placeOf = (path: string): Place => {
    if (known.has(path)) return known.get(path);
    known.set(path, undefined); // modules that use one another are the new catalog's
    const { uses } = print(path, undefined, () => undefined);
    const used = uses.map(placeOf);
    // what uses a module of the new catalog is in no earlier one
    const found = used.includes(undefined)
      ? undefined
      : bases.find(({ name, texts }) => texts.get(path) === print(path, name, placeOf).text);
    known.set(path, found?.name);
    return found?.name;
  };
  for (const path of paths) placeOf(path);
  return (path) => known.get(path);
}

/**
 * What one module of a catalog imports another one as.
 *
 * @param from the folder that it is in, in its catalog's: empty for the catalog's own
 * @example
 * // from a module of qemu-10.0/devices
 * modulePath({ place: 'qemu-10.0', folder: 'devices' }, { place: 'qemu-7.2', path: 'parts/pcidevice' });
 * // '../../qemu-7.2/parts/pcidevice.js'
 */
export function modulePath(
  from: { readonly place: Place; readonly folder: string },
  to: { readonly place: Place; readonly path: string },
): string {
  const up = from.folder === '' ? '' : '../';
  if (to.place !== from.place) return `../${up}${to.place}/${to.path}.js`;
  const [folder, name] = to.path.split('/');
  return from.folder === folder ? `./${name}.js` : `${up === '' ? './' : up}${to.path}.js`;
}
