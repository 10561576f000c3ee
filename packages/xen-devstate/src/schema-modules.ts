import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOG_BASES } from './open/catalog-bases.js';
import type { CatalogName } from './open/catalogs.js';

/** A schema module whose codecs are in this package, as an entry of `bytewright.config.ts`. */
export interface GeneratedModule {
  readonly source: string;
  readonly generated: string;
  readonly roots: readonly string[];
}

/** A schema module of a catalog that was imported, as an entry of `bytewright.config.ts`. */
export interface ImportedModule {
  readonly source: string;
  readonly folder: string;
  readonly roots: readonly string[];
}

/** The container's modules. */
const CONTAINER = ['section-header', 'footer', 'boundary', 'first-section'];

/** Modules of `vmstate/` that hold structs, and what can be decoded by itself in them. */
export const VMSTATE_MODULES: readonly { readonly name: string; readonly roots: readonly string[] }[] = [
  { name: 'subsection-start', roots: [] },
  { name: 'ahead', roots: [] },
  { name: 'eepro100', roots: ['Eepro100'] },
  { name: 'msix-state', roots: [] },
  { name: 'pci-config', roots: [] },
  { name: 'scsi-requests', roots: [] },
  { name: 'slirp', roots: ['Slirp'] },
  { name: 'virtio-gpu-resources', roots: [] },
  { name: 'virtio-requests', roots: [] },
  { name: 'virtio', roots: [] },
  { name: 'virtqueue-element', roots: [] },
];

/**
 * The modules of a catalog and of the container, for the configuration of a package that adds devices to them: code is
 * generated for its own schemas only, and imports this package's.
 *
 * @param catalog one of this package's; for a catalog of your own, see {@link importedModules}, none
 * @example
 * // bytewright.config.ts
 * export default defineConfig({
 *   modules: [...schemaModules('qemu-10.0'), 'my-device.ts', 'device-state.ts'],
 *   output: 'generated',
 * });
 */
export function schemaModules(catalog?: CatalogName): readonly GeneratedModule[] {
  return [
    ...CONTAINER.map((name) => entry(`wire/${name}`, name)),
    ...VMSTATE_MODULES.map(({ name }) => entry(`vmstate/${name}`, name)),
    ...(catalog === undefined ? [] : CATALOG_BASES[catalog]).flatMap((name) =>
      ['parts', 'devices'].flatMap((folder) =>
        namesIn(`catalogs/${name}/${folder}`).map((module) =>
          entry(`catalogs/${name}/${folder}/${module}`, `${name}/${folder}/${module}`),
        ),
      ),
    ),
    // its table says which devices are offered as arms of others
    ...(catalog === undefined ? [] : [entry(`catalogs/${catalog}/device-state`, `${catalog}/device-state`)]),
  ];
}

/**
 * The modules of a catalog that `devstate import` wrote into a folder, for the configuration of the package that it is in:
 * what its devices have in common, the devices, and the file that holds them. Code is generated into a folder of the same
 * name. Modules that the catalog takes from others beside it are among them: what an earlier entry of the configuration
 * generates already is not generated again.
 *
 * @param folder where the catalog is, as the configuration says paths
 * @param from the configuration's `import.meta.url`
 * @throws Error of the file system where there is no such catalog
 * @example
 * // bytewright.config.ts
 * export default defineConfig({
 *   modules: [...schemaModules(), ...importedModules('qemu-5.2', import.meta.url)],
 *   output: 'generated',
 * });
 */
export function importedModules(folder: string, from: string): readonly ImportedModule[] {
  const name = basename(folder);
  const textOf = (path: string): string => readFileSync(new URL(`${folder}/${path}`, from), 'utf8');
  // what the list of devices imports from a module can be decoded by itself
  const roots = new Map(importsIn('devices.ts', textOf('devices.ts')));
  const own = PARTS.flatMap((part) => {
    const path = new URL(`${folder}/${part}/`, from);
    const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.ts')) : [];
    return files.map((file) => `${part}/${file}`);
  });
  const modules = new Set([...own, ...roots.keys()]);
  for (const path of modules) for (const [used] of importsIn(path, textOf(path))) modules.add(used); // sets grow while walked
  // by where they would be here; the catalog's own come first
  const places = new Map<string, string>();
  for (const path of modules) {
    const place = path.replace(/^\.\.\/[^/]+\//, '');
    if (!places.has(place)) places.set(place, path);
  }
  const modulesIn = (part: string): readonly ImportedModule[] =>
    [...places]
      .filter(([place]) => place.startsWith(`${part}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, path]) => ({
        source: posix.join(folder, path),
        folder: `${name}/${part}`,
        roots: roots.get(path) ?? [],
      }));
  return [
    ...PARTS.flatMap(modulesIn),
    { source: `${folder}/device-state.ts`, folder: name, roots: ['DeviceState'] },
  ];
}

/** The folders of a catalog's modules, what others consist of first. */
const PARTS = ['parts', 'devices'];

/** A device or a part, of the catalog itself or of one beside it. */
const MODULE = /^(?:\.\.\/[^/.][^/]*\/)?(?:devices|parts)\/[^/]+\.ts$/;

/** The devices and parts that a module of a catalog imports: paths as the catalog sees them, and the names. */
function importsIn(
  path: string,
  text: string,
): readonly (readonly [path: string, names: readonly string[]])[] {
  return [...text.matchAll(/^import \{([^}]*)\} from '(\.[^']*)\.js';$/gm)]
    .map(([, names = '', to = '']) => {
      const types = names.split(',').flatMap((type) => type.trim() || []);
      return [posix.join(posix.dirname(path), `${to}.ts`), types] as const;
    })
    .filter(([to]) => MODULE.test(to));
}

/** This module's own ending tells whether the package runs from its sources or as it was built. */
const ENDING = extname(fileURLToPath(import.meta.url));

function entry(source: string, generated: string): GeneratedModule {
  return {
    source: fileURLToPath(new URL(`./${source}${ENDING}`, import.meta.url)),
    generated: `@bytewright/xen-devstate/generated/${generated}`,
    roots: [],
  };
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(new URL(`./${folder}/`, import.meta.url))
    .filter((file) => file.endsWith(ENDING) && !file.endsWith(`.d${ENDING}`))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
}
