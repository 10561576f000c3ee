import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOG_BASES } from './open/catalog-bases.js';
import type { CatalogName } from './open/catalogs.js';

/** A schema module whose codecs are in this package, as an entry in `bytewright.config.ts`. */
export interface GeneratedModule {
  readonly source: string;
  readonly generated: string;
  readonly roots: readonly string[];
}

/** A schema module of an imported catalog, as an entry in `bytewright.config.ts`. */
export interface ImportedModule {
  readonly source: string;
  readonly folder: string;
  readonly roots: readonly string[];
}

/** The container's modules. */
const CONTAINER = ['section-header', 'footer', 'boundary', 'first-section'];

/** Modules in `vmstate/` that contain structs, with the structs that can be decoded alone. */
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
 * The modules of a catalog and of the container, for the configuration of a package that adds devices: code is generated for
 * its own schemas only, and imports that of this package.
 *
 * @param catalog a catalog of this package; omitted for a catalog of your own, see {@link importedModules}
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
    // its table lists the devices that are also arms of others
    ...(catalog === undefined ? [] : [entry(`catalogs/${catalog}/device-state`, `${catalog}/device-state`)]),
  ];
}

/**
 * The modules of a catalog written by `devstate import`, for the configuration of the package that contains it: shared parts,
 * devices, and the file schema. Code is generated into a folder of the same name. Modules that the catalog imports from others
 * next to it are included: modules that an earlier entry of the configuration already generates are not generated again.
 *
 * @param folder the folder of the catalog, as a path in the configuration
 * @param from the configuration's `import.meta.url`
 * @throws Error of the file system if there is no such catalog
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
  // structs that the list of devices imports from a module can be decoded alone
  const roots = new Map(importsIn('devices.ts', textOf('devices.ts')));
  const own = PARTS.flatMap((part) => {
    const path = new URL(`${folder}/${part}/`, from);
    const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.ts')) : [];
    return files.map((file) => `${part}/${file}`);
  });
  const modules = new Set([...own, ...roots.keys()]);
  for (const path of modules) for (const [used] of importsIn(path, textOf(path))) modules.add(used); // a set may grow during iteration
  // by their place in this catalog; its own modules take precedence
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

/** The folders of a catalog's modules; the parts of others come first. */
const PARTS = ['parts', 'devices'];

/** A device or a part, of the catalog itself or of one next to it. */
const MODULE = /^(?:\.\.\/[^/.][^/]*\/)?(?:devices|parts)\/[^/]+\.ts$/;

/** The devices and parts that a module imports: paths relative to the catalog, and names. */
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

/** This module's extension shows whether the package runs from its sources or from a build. */
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
