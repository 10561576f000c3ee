import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Arguments, Option } from '@bytewright/cli';
import { CommandError } from '@bytewright/cli';
import type { Catalog } from '../open/catalog.js';
import { catalogOf } from '../open/catalog-of.js';
import { CATALOG_NAMES, CATALOGS } from '../open/catalogs.js';
import type { CatalogDevices } from '../wire/catalog-devices.js';
import { loadModule } from './load-module.js';

/** Selects the catalog that a command decodes with. */
export const CATALOG_OPTION: Option = {
  name: 'catalog',
  value: 'NAME',
  help: `decode with this catalog only: ${CATALOG_NAMES.join(', ')} (default: the best match); or the folder of one written by devstate import`,
};

/**
 * The catalog the user asked for: one of this package's, by name, or one in a folder written by `devstate import`.
 *
 * @returns `undefined` if the user asked for none
 * @throws CommandError if there is no such catalog
 */
export async function catalogsOf(args: Arguments): Promise<readonly Catalog[] | undefined> {
  const asked = args.get('catalog');
  if (asked === undefined) return undefined;
  const name = CATALOG_NAMES.find((one) => one === asked);
  if (name !== undefined) return [CATALOGS[name]];
  const list = ['devices.js', 'devices.ts'].map((file) => join(asked, file)).find((file) => existsSync(file));
  if (list === undefined)
    throw new CommandError(
      `unknown catalog ${asked}: expected ${CATALOG_NAMES.join(', ')}, or a folder written by devstate import`,
    );
  const { devices, title, incomplete } = await loadModule(resolve(list), list);
  if (!isListOfDevices(devices)) throw new CommandError(`${list} does not export a list of devices`);
  const codec = catalogOf({
    name: basename(resolve(asked)),
    title: typeof title === 'string' ? title : asked,
    devices,
  });
  const missing = isListOfNames(incomplete) ? incomplete : {};
  return [{ ...codec, schemas: async () => ({ devices, incomplete: missing }) }];
}

/** Whether each member is a list of potential schemas; whether they are valid is found out when they are used. */
function isListOfDevices(value: unknown): value is CatalogDevices {
  return isListOf(value, (one) => typeof one === 'object' && one !== null);
}

function isListOfNames(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return isListOf(value, (one) => typeof one === 'string');
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((list) => Array.isArray(list) && list.every(isOne));
}
