import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNode } from '@bytewright/schema-dsl';
import { importTypeScript } from '../import/import-typescript.js';
import type { CatalogDevices } from '../wire/catalog-devices.js';

/** A catalog in a folder, as written by `devstate import`. */
export interface FolderCatalog {
  readonly title: string | undefined;
  readonly devices: CatalogDevices;
}

/** The error for a folder that cannot be read as a catalog; the message is for its user. */
export class CatalogFolderError extends Error {
  override readonly name = 'CatalogFolderError';
}

/**
 * Loads `devices.js` or `devices.ts` from a catalog's folder. The modules of the folder are run; packages that are not
 * installed for them are resolved to those of this package.
 *
 * @throws CatalogFolderError if there is no such file, or it cannot be loaded, or exports no devices
 */
export async function catalogFolderDevices(folder: string): Promise<FolderCatalog> {
  const file = ['devices.js', 'devices.ts'].map((name) => join(folder, name)).find(existsSync);
  if (file === undefined) throw new CatalogFolderError('is not a catalog: it has no devices.ts');
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

/** The exports of a module, if they are a catalog. */
function checked(folder: string, { devices, title }: Readonly<Record<string, unknown>>): FolderCatalog {
  if (typeof devices !== 'object' || devices === null || !Object.values(devices).every(isListOfNodes))
    throw new CatalogFolderError(`is not a catalog: ${join(folder, 'devices')} exports no devices`);
  // checked above
  return { devices: devices as CatalogDevices, title: typeof title === 'string' ? title : undefined };
}

function isListOfNodes(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isNode(one));
}
