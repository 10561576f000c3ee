import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogName } from './open/catalogs.js';

/** A schema module whose codecs are in this package, as an entry of `bytewright.config.ts`. */
export interface GeneratedModule {
  readonly source: string;
  readonly generated: string;
  readonly roots: readonly string[];
}

/** What each catalog builds on: its own modules come last, as what they share is in the others. */
const BASES: { readonly [N in CatalogName]: readonly CatalogName[] } = {
  'qemu-7.2': ['qemu-7.2'],
  'qemu-7.2-xen': ['qemu-7.2', 'qemu-7.2-xen'],
  'qemu-10.0': ['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0'],
  'qemu-10.0-xen': ['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0', 'qemu-10.0-xen'],
};

/** The container's modules. */
const CONTAINER = ['section-header', 'footer', 'boundary', 'first-section'];

/**
 * The modules of a catalog and of the container, for the configuration of a package that adds devices to them: code is
 * generated for its own schemas only, and imports this package's.
 *
 * @example
 * // bytewright.config.ts
 * export default defineConfig({
 *   modules: [...schemaModules('qemu-10.0'), 'my-device.ts', 'device-state.ts'],
 *   output: 'generated',
 * });
 */
export function schemaModules(catalog: CatalogName): readonly GeneratedModule[] {
  return [
    ...CONTAINER.map((name) => entry(`schema/${name}`, name)),
    entry('vmstate/subsection-start', 'subsection-start'),
    ...BASES[catalog].flatMap((name) =>
      ['parts', 'devices'].flatMap((folder) =>
        namesIn(`catalogs/${name}/${folder}`).map((module) =>
          entry(`catalogs/${name}/${folder}/${module}`, `${name}/${folder}/${module}`),
        ),
      ),
    ),
  ];
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
