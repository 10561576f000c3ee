import { CONTENTS } from '../../overlays/contents.js';
import { OVERLAYS } from '../../overlays/index.js';
import type { Overlays } from '../../overlays/overlays.js';
import type { StateDescription } from '../tables/state-description.js';
import { BANNER } from './catalog-folder.js';
import type { Contents } from './overlays-of.js';
import type { BaseCatalog, Place, Places } from './place-modules.js';
import { placeModules } from './place-modules.js';
import type { NamedDescription } from './plan-catalog.js';
import { planCatalog } from './plan-catalog.js';
import { printDevices } from './print-devices.js';
import { printModule } from './print-module.js';
import type { PrintedModule } from './printed-module.js';
import type { UnknownValue } from './unknown-value.js';
import { withSharedStructs } from './with-shared-structs.js';

/** The module of the file that holds them all. */
const DEVICE_STATE = `import type { DeviceStateSchemas } from '@bytewright/xen-devstate/schema';
import { deviceStateOf } from '@bytewright/xen-devstate/schema';
import { devices } from './devices.js';

export const { DeviceState, Section }: DeviceStateSchemas = deviceStateOf(devices);
`;

/** What a catalog is called, and what it builds on. */
export interface CatalogOptions {
  /** In words, such as `QEMU 7.2 (Debian, x86_64)`. */
  readonly title: string;
  /** Earlier catalogs, in folders beside this one: what the first of them has in just the same way is imported from there. */
  readonly bases?: readonly BaseCatalog[];
  /** What is known beside the tables; what this package knows if not given. */
  readonly overlays?: Overlays;
  /** The same by what fields hold. */
  readonly contents?: Contents;
  /** Comments that each module begins with; where it is from. */
  readonly head?: string;
}

/** A catalog as text, and what is open in it. */
export interface PrintedCatalog {
  /** Texts by paths in the catalog's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The modules that earlier catalogs have, by their paths without the ending, and the names of these catalogs. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** What is not known of devices, by their names. */
  readonly unknownValues: ReadonlyMap<string, readonly UnknownValue[]>;
}

/**
 * The files of a catalog: one schema module a device in `devices/`, one for each struct that several devices have in
 * `parts/`, and `devices.ts`, which lists them all. What an earlier catalog has is not among them.
 */
export function printCatalog(
  descriptions: readonly StateDescription[],
  { title, bases = [], overlays = OVERLAYS, contents = CONTENTS, head = BANNER }: CatalogOptions,
): PrintedCatalog {
  const plan = planCatalog(withSharedStructs(descriptions, overlays));
  const byModule = new Map<string, NamedDescription[]>();
  for (const named of plan.values()) {
    const others = byModule.get(named.module);
    if (others === undefined) byModule.set(named.module, [named]);
    else others.push(named);
  }
  const paths = [...byModule.keys()].sort();
  const print = (path: string, place: Place, places: Places): PrintedModule =>
    printModule(path, byModule.get(path) ?? [], { plan, overlays, contents, head }, { place, places });
  const places = placeModules(paths, bases, print);
  const modules = paths.map((path) => print(path, places(path), places));
  const own = modules.filter(({ path }) => places(path) === undefined);
  const files = own.map(({ path, text }): [string, string] => [`${path}.ts`, text]);
  const unknownValues = new Map(modules.flatMap((module) => [...module.unknownValues]));
  const parts = new Map(modules.flatMap((module) => [...module.parts]));
  const list = printDevices(title, plan, { unknownValues, parts }, { head, places });
  return {
    files: new Map([...files, ['devices.ts', list.text], ['device-state.ts', head + DEVICE_STATE]]),
    elsewhere: new Map(
      paths.flatMap((path): [string, string][] => {
        const place = places(path);
        return place === undefined ? [] : [[path, place]];
      }),
    ),
    unknownValues: list.unknownValues,
  };
}
