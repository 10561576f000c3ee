import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDecodeError } from '@bytewright/runtime';
import type { CatalogComparison } from '../compare/catalog-comparison.js';
import { compareCatalogs } from '../compare/compare-catalogs.js';
import type { ComparedFile } from '../compare/compare-files.js';
import { compareFiles } from '../compare/compare-files.js';
import type { CompareSide } from '../compare/compare-side.js';
import { basesOf, printedFiles } from '../import/catalog/catalog-folder.js';
import { importCatalog } from '../import/import-catalog.js';
import { ImportError } from '../import/import-error.js';
import { loadPrintedCatalog } from '../import/load-printed-catalog.js';
import type { CatalogName } from '../open/catalogs.js';
import { CATALOG_NAMES, CATALOGS } from '../open/catalogs.js';
import { nearestNames } from '../paths/nearest-names.js';
import type { Arguments } from './arguments.js';
import { CommandError, EXIT } from './command-error.js';
import { readLayoutFile } from './layout-option.js';
import { openInput } from './open-input.js';
import { printable } from './printable.js';
import type { Session } from './session.js';
import { withReason } from './system-error.js';

/** What help texts say of the sides of a comparison. */
export const SIDES_HELP = `a catalog (${CATALOG_NAMES.join(', ')}); a folder that "devstate import" has written; a QEMU binary; or a
capture: a device state, a migration stream, or the VMDESCRIPTION (JSON) at the end of one, also gzip'd`;

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
  try {
    const layout = await readLayoutFile(text, args.limit);
    return { label: text, kind: 'capture', devices: layout.devices() };
  } catch (error) {
    // no description in it: a device state has none
    if (!(error instanceof CommandError)) throw error;
    return { label: text, kind: 'file', devices: {} };
  }
}

const ELF = Buffer.from('\x7fELF', 'latin1');

const isCatalogName = (text: string): text is CatalogName =>
  (CATALOG_NAMES as readonly string[]).includes(text);

function firstBytes(file: string): Buffer {
  return readFileSync(file).subarray(0, ELF.length);
}

/**
 * Compares two sides: catalogs by what they can save, captures by QEMU's own descriptions where both have one, and by what
 * catalogs say of their bytes where not.
 *
 * @throws CommandError for a catalog and a capture, and for files that cannot be read
 */
export async function compareSides(
  [first, second]: readonly [string, string],
  only: readonly string[],
  args: Arguments,
  session: Session,
): Promise<CatalogComparison> {
  const [before, after] = [await loadCompareSide(first, args), await loadCompareSide(second, args)];
  if ((before.kind === 'catalog') !== (after.kind === 'catalog'))
    throw new CommandError(
      'a capture is compared with a capture: it has what one machine sent, a catalog what a QEMU can send',
    );
  if (before.kind === 'file' || after.kind === 'file') {
    const open = async (file: string): Promise<ComparedFile> => ({
      label: file,
      file: await openInput(file, args, session),
    });
    const [old, now] = [await open(first), await open(second)];
    checkNames(
      only,
      [...old.file.sections, ...now.file.sections].map(({ name }) => name),
    );
    return compareFiles(old, now, only);
  }
  checkNames(only, [...Object.keys(before.devices), ...Object.keys(after.devices)]);
  return compareCatalogs(before, after, only);
}

function checkNames(only: readonly string[], known: readonly string[]): void {
  const unknown = only.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new CommandError(
      `no device ${printable(JSON.stringify(unknown))}: there is ${nearestNames(unknown, new Set(known))}`,
    );
}

/** The devices of a catalog's folder, or of a QEMU binary. @throws CommandError if they cannot be read */
export async function loadCatalogDevices(path: string, args: Arguments): Promise<CompareSide['devices']> {
  return (await loadCompareSide(path, args)).devices;
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
