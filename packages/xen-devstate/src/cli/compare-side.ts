import { closeSync, openSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Arguments } from '@bytewright/cli';
import { CommandError, EXIT, printable, withReason } from '@bytewright/cli';
import { isDecodeError } from '@bytewright/runtime';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { CatalogFolderError, catalogFolderDevices } from '../compare/catalog-folder-devices.js';
import { sentSubsections } from '../compare/sent-subsections.js';
import type { Side } from '../compare/side.js';
import { sideOfCapture, sideOfSchemas, sideOfTables } from '../compare/side.js';
import { bytesSource } from '../containers/byte-source.js';
import { fileSource } from '../containers/input/file-source.js';
import { readVmDescription } from '../containers/read-vm-description.js';
import { Program } from '../import/elf/program.js';
import { ImportError } from '../import/import-error.js';
import { calibrate } from '../import/tables/calibrate.js';
import { readDescriptions } from '../import/tables/read-descriptions.js';
import type { CatalogName } from '../open/catalogs.js';
import { CATALOG_NAMES, CATALOGS } from '../open/catalogs.js';
import { openFile } from '../open/opened-file.js';
import type { Description } from '../vmdescription/described.js';
import { describeProblem } from './describe-problem.js';
import { limitOf } from './limit-option.js';
import { load, loadDeviceState, nameOf, STANDARD_STREAM } from './load.js';
import type { Session } from './session.js';

/** The part of a command's help that describes its sides. */
export const SIDE_HELP: string = `Each of A and B is one of
  - a catalog of this package: ${CATALOG_NAMES.join(', ')};
  - the folder of a catalog written by "devstate import";
  - a QEMU binary, whose tables are read as by "devstate import";
  - a migration stream that ends with a VMDESCRIPTION, or the JSON of one: what that machine wrote;
  - a device-state file: its devices, as described by the catalog that it is decoded with.
Files may be gzip'd.`;

/** Opens one side of a comparison. @throws CommandError if it cannot be compared, or cannot be read */
export async function openSide(
  given: string,
  modules: readonly string[],
  args: Arguments,
  session: Session,
): Promise<Side> {
  const catalog = CATALOG_NAMES.find((name) => name === given);
  if (catalog !== undefined) return catalogSide(catalog);
  if (given === STANDARD_STREAM) throw new CommandError('standard input cannot be compared; name a file');
  const name = printable(basename(given));
  return withReason(`cannot read ${nameOf(given)}`, async () => {
    if (statSync(given).isDirectory()) return folderSide(given, name);
    const description = await descriptionOf(given, args, session);
    if (description !== undefined)
      return sideOfCapture(description, { name, title: `what one machine wrote (${name})` });
    const head = headOf(given);
    if (head.join() === '127,69,76,70') return binarySide(given, modules, name); // 7f, ELF
    return fileSide(given, name, args, session);
  });
}

/** Catalogs opened before: opening one takes a second or two. */
const openedCatalogs = new Map<CatalogName, Promise<Side>>();

function catalogSide(name: CatalogName): Promise<Side> {
  const open = async (): Promise<Side> => {
    const { title, schemas } = CATALOGS[name];
    return sideOfSchemas((await schemas()).devices, { name, title });
  };
  const side = openedCatalogs.get(name) ?? open();
  openedCatalogs.set(name, side);
  return side;
}

async function folderSide(folder: string, name: string): Promise<Side> {
  try {
    const { devices, title } = await catalogFolderDevices(folder);
    return sideOfSchemas(devices, { name, title: title ?? name });
  } catch (error) {
    if (error instanceof CatalogFolderError)
      throw new CommandError(`${nameOf(folder)} ${error.message}`, EXIT.usage);
    throw error;
  }
}

async function binarySide(file: string, modules: readonly string[], name: string): Promise<Side> {
  const program = await readFile(file);
  const parts = await Promise.all(
    modules.map((part) => withReason(`cannot read ${nameOf(part)}`, () => readFile(part))),
  );
  try {
    const loaded = Program.open(program, parts);
    return sideOfTables(readDescriptions(loaded, calibrate(loaded).layout), {
      name,
      title: `the tables of ${name}`,
    });
  } catch (error) {
    if (error instanceof ImportError || isDecodeError(error))
      throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.unknown);
    throw error;
  }
}

/** The description in a file; a stream on disk is not read in full. */
async function descriptionOf(
  file: string,
  args: Arguments,
  { host }: Session,
): Promise<Description | undefined> {
  try {
    const [first, second] = headOf(file);
    if (first !== 0x1f || second !== 0x8b) return fromDisk(file);
    const { bytes, error } = await load(file, limitOf(args), host);
    if (error !== undefined) throw error;
    return readVmDescription(bytesSource(bytes));
  } catch (error) {
    if (error instanceof DocumentError || isDecodeError(error))
      throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.unknown);
    throw error;
  }
}

function fromDisk(file: string): Description | undefined {
  const descriptor = openSync(file, 'r');
  try {
    return readVmDescription(fileSource(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

function headOf(file: string): readonly number[] {
  const descriptor = openSync(file, 'r');
  try {
    const source = fileSource(descriptor);
    return [...source.read(0, Math.min(source.size, 4))];
  } finally {
    closeSync(descriptor);
  }
}

/** The devices in a device-state file, as described by the catalog that matches it best. */
async function fileSide(file: string, name: string, args: Arguments, { host }: Session): Promise<Side> {
  const { bytes, error } = await loadDeviceState(file, limitOf(args), host);
  if (error !== undefined) throw new CommandError(describeProblem(file, error), EXIT.unknown);
  try {
    const { opened, sections } = await openFile(bytes, { limits: { inputSize: limitOf(args) } });
    const { codec } = opened;
    const { devices } = await codec.schemas();
    const known = new Set(sections.map((section) => section.name));
    const own = Object.entries(devices).filter(([device]) => known.has(device));
    return sideOfSchemas(
      Object.fromEntries(own),
      { name, title: `devices of ${name}, decoded as ${codec.title}` },
      sentSubsections(sections),
    );
  } catch (problem) {
    if (isDecodeError(problem)) throw new CommandError(describeProblem(file, problem), EXIT.unknown);
    throw problem;
  }
}
