import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isNode } from '@bytewright/schema-dsl';
import type { CatalogDevices } from '../schema/catalog-devices.js';

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
 * Loads `devices.js` from a catalog's folder, or `devices.ts` by tsx, which is looked for from there: it comes with
 * `@bytewright/codegen`. The modules of the folder are run.
 *
 * @throws CatalogFolderError where there is no such file, or it holds no devices, or TypeScript cannot be loaded
 */
export async function catalogFolderDevices(folder: string): Promise<FolderCatalog> {
  const compiled = join(folder, 'devices.js');
  const source = join(folder, 'devices.ts');
  if (existsSync(compiled)) return checked(folder, await importModule(compiled));
  if (!existsSync(source)) throw new CatalogFolderError('is no catalog: it has no devices.ts');
  return checked(folder, await importTypeScript(source, folder));
}

async function importModule(file: string): Promise<unknown> {
  return import(pathToFileURL(resolve(file)).href);
}

async function importTypeScript(file: string, folder: string): Promise<unknown> {
  const url = pathToFileURL(resolve(file)).href;
  let api: unknown;
  try {
    const common = createRequire(join(resolve(folder), 'devices.ts')).resolve('tsx/esm/api');
    // what require finds is no module of the kind that can load others; that is beside it
    api = await importModule(common.replace(/\.cjs$/, '.mjs'));
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new CatalogFolderError(
      'is TypeScript, which tsx loads: install that beside it, or compile the catalog',
    );
  }
  const load: unknown = typeof api === 'object' && api !== null ? Reflect.get(api, 'tsImport') : undefined;
  if (typeof load !== 'function')
    throw new CatalogFolderError('is TypeScript, and the tsx beside it cannot load that');
  return load(url, url);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code));
}

/** What a module holds, if that is a catalog. */
function checked(folder: string, module: unknown): FolderCatalog {
  const member = (name: string): unknown =>
    typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined;
  const [devices, title] = [member('devices'), member('title')];
  if (typeof devices !== 'object' || devices === null || !Object.values(devices).every(isListOfNodes))
    throw new CatalogFolderError(`is no catalog: ${join(folder, 'devices')} exports no devices`);
  // as has been looked at
  return { devices: devices as CatalogDevices, title: typeof title === 'string' ? title : undefined };
}

function isListOfNodes(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isNode(one));
}
