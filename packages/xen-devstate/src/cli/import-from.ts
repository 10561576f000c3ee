import { basename } from 'node:path';
import { CommandError, EXIT } from '@bytewright/cli';
import { DocumentError, parseJsonText } from '@bytewright/schema-dsl/inspect';
import { inferCatalog } from '../import/captures/infer-catalog.js';
import type { BaseCatalog } from '../import/catalog/place-modules.js';
import { isDump } from '../import/dump/dump-descriptions.js';
import { importDump } from '../import/dump/import-dump.js';
import type { ImportedCatalog } from '../import/import-catalog.js';
import { ImportError } from '../import/import-error.js';
import type { Overlays } from '../overlays/overlays.js';
import { MEMBERS, membersOf } from '../vmdescription/json-members.js';
import { describedJson } from './described-file.js';
import { nameOf } from './load.js';

/** The title of a catalog, and additional knowledge that is not in the files. */
export interface FromOptions {
  readonly title: string | undefined;
  readonly bases: readonly BaseCatalog[];
  readonly overlays: Overlays;
  readonly limit: number;
}

/** The result of an import from files other than a binary. */
export interface ImportedFrom {
  readonly catalog: ImportedCatalog;
  readonly isDump: boolean;
}

/**
 * Imports a catalog from captures of one QEMU build, or from a dump of its tables.
 *
 * @throws CommandError if the files are neither
 */
export async function importFrom(
  files: readonly string[],
  { title: given, bases, overlays, limit }: FromOptions,
): Promise<ImportedFrom> {
  const captures: string[] = [];
  const title = given ?? files.map((file) => basename(file)).join(', ');
  for (const file of files) {
    const json = await describedJson(file, limit);
    const root = understood(file, () => membersOf(parseJsonText(json, MEMBERS), ''));
    if (!isDump(root)) captures.push(json);
    else if (files.length > 1) throw new CommandError('a dump cannot be imported together with other files');
    else
      return {
        catalog: understood(file, () => importDump({ dump: root, title, bases, overlays })),
        isDump: true,
      };
  }
  const name = files.map(nameOf).join(', ');
  return {
    catalog: understood(name, () => inferCatalog({ captures, title, bases, overlays })),
    isDump: false,
  };
}

function understood<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof DocumentError || error instanceof ImportError)
      throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.no);
    throw error;
  }
}
