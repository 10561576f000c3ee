import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNode } from '@bytewright/schema-dsl';
import { importTypeScript } from '../import/import-typescript.js';
import type { CatalogDevices } from '../wire/catalog-devices.js';

/** A catalog in a folder, as `devstate import` writes it. */
export interface FolderCatalog {
  readonly title: string | undefined;
  readonly devices: CatalogDevices;
}

/** Why a folder cannot be read as a catalog, in words for its user. */
export class CatalogFolderError extends Error {
  override readonly name = 'CatalogFolderError';
}

/**
 * Loads `devices.js` from a catalog's folder, or `devices.ts`. The modules of the folder are run; packages that are not
 * installed for them are those of this one.
 *
 * @throws CatalogFolderError where there is no such file, where it cannot be loaded, or holds no devices
 */
export async function catalogFolderDevices(folder: string): Promise<FolderCatalog> {
  const file = ['devices.js', 'devices.ts'].map((name) => join(folder, name)).find(existsSync);
  if (file === undefined) throw new CatalogFolderError('is no catalog: it has no devices.ts');
  return checked(folder, await load(file));
}

async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await importTypeScript(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CatalogFolderError(`cannot be loaded: ${why.split('\n', 1)[0]}`, { cause: error });
  }
}

/** What a module holds, if that is a catalog. */
function checked(folder: string, { devices, title }: Readonly<Record<string, unknown>>): FolderCatalog {
  if (typeof devices !== 'object' || devices === null || !Object.values(devices).every(isListOfNodes))
    throw new CatalogFolderError(`is no catalog: ${join(folder, 'devices')} exports no devices`);
  // as has been looked at
  return { devices: devices as CatalogDevices, title: typeof title === 'string' ? title : undefined };
}

function isListOfNodes(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isNode(one));
}
