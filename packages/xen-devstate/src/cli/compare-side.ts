import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDecodeError } from '@bytewright/runtime';
import type { CompareSide } from '../compare/compare-side.js';
import { basesOf, printedFiles } from '../import/catalog/catalog-folder.js';
import { importCatalog } from '../import/import-catalog.js';
import { ImportError } from '../import/import-error.js';
import { loadPrintedCatalog } from '../import/load-printed-catalog.js';
import type { CatalogName } from '../open/catalogs.js';
import { CATALOG_NAMES, CATALOGS } from '../open/catalogs.js';
import type { Arguments } from './arguments.js';
import { CommandError, EXIT } from './command-error.js';
import { readLayoutFile } from './layout-option.js';
import { printable } from './printable.js';
import { withReason } from './system-error.js';

/** What help texts say of the sides of a comparison. */
export const SIDES_HELP = `a catalog (${CATALOG_NAMES.join(', ')}); a folder that "devstate import" has written; a QEMU binary; or a
capture: a migration stream, or the VMDESCRIPTION (JSON) at the end of one, also gzip'd`;

/**
 * A side of a comparison, by a catalog's name or by what a file is.
 *
 * @throws CommandError if it is none
 */
export async function loadCompareSide(text: string, args: Arguments): Promise<CompareSide> {
  if (isCatalogName(text)) {
    const { devices } = await CATALOGS[text].schemas();
    return { label: text, kind: 'catalog', devices };
  }
  const found = statSync(text, { throwIfNoEntry: false });
  if (found === undefined)
    throw new CommandError(
      `${printable(text)} is no file, and no catalog: there are ${CATALOG_NAMES.join(', ')}`,
    );
  if (found.isDirectory()) return { label: text, kind: 'catalog', devices: await fromFolder(text) };
  const start = await withReason(`cannot read ${printable(text)}`, async () => firstBytes(text));
  if (start.equals(ELF)) return { label: text, kind: 'catalog', devices: await fromBinary(text) };
  const layout = await readLayoutFile(text, args.limit);
  return { label: text, kind: 'capture', devices: layout.devices() };
}

const ELF = Buffer.from('\x7fELF', 'latin1');

const isCatalogName = (text: string): text is CatalogName =>
  (CATALOG_NAMES as readonly string[]).includes(text);

function firstBytes(file: string): Buffer {
  return readFileSync(file).subarray(0, ELF.length);
}

async function fromFolder(folder: string): Promise<CompareSide['devices']> {
  if (!existsSync(join(folder, 'devices.ts')))
    throw new CommandError(`${printable(folder)} is no catalog: it has no devices.ts`);
  return (await loadPrintedCatalog(printedFiles(folder), basesOf(folder))).devices;
}

async function fromBinary(file: string): Promise<CompareSide['devices']> {
  const program = await withReason(`cannot read ${printable(file)}`, () => readFile(file));
  try {
    return (await loadPrintedCatalog(importCatalog({ program, title: file }).files)).devices;
  } catch (error) {
    if (error instanceof ImportError || isDecodeError(error))
      throw new CommandError(`${printable(file)}: ${error.message}`, EXIT.problem);
    throw error;
  }
}
