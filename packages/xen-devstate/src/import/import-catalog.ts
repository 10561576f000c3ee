import { printCatalog } from './catalog/print-catalog.js';
import type { BaseCatalog } from './catalog/share-modules.js';
import { Program } from './elf/program.js';
import { calibrate } from './tables/calibrate.js';
import { readDescriptions } from './tables/read-descriptions.js';

/** What a catalog is made from. */
export interface CatalogSources {
  /** A QEMU executable: an ELF file of 64 bits. */
  readonly program: Uint8Array;
  /** Modules that it loads, such as `hw-display-qxl.so`. */
  readonly modules?: readonly Uint8Array[];
  /** What the catalog describes, in words. */
  readonly title: string;
  /** Earlier catalogs, in folders beside the new one's. */
  readonly bases?: readonly BaseCatalog[];
}

/** A catalog as text. */
export interface ImportedCatalog {
  /** Texts by paths in the catalog's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Descriptions that the tables hold. */
  readonly descriptions: number;
}

/**
 * Makes a catalog of schemas from the tables in a QEMU binary. Nothing in it is run.
 *
 * @throws ImportError where the tables are not found, or are not laid out in a way that the known ones in them show
 * @throws DecodeError where a file is no ELF file, or is damaged
 */
export function importCatalog({ program, modules, title, bases = [] }: CatalogSources): ImportedCatalog {
  const loaded = Program.open(program, modules);
  const descriptions = readDescriptions(loaded, calibrate(loaded));
  return { files: printCatalog(descriptions, { title, bases }), descriptions: descriptions.length };
}
