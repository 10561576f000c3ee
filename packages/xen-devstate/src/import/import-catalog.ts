import { OVERLAYS } from '../overlays/index.js';
import type { Overlays } from '../overlays/overlays.js';
import type { BaseCatalog } from './catalog/place-modules.js';
import type { PrintedCatalog } from './catalog/print-catalog.js';
import { printCatalog } from './catalog/print-catalog.js';
import { unusedOverlays } from './catalog/unused-overlays.js';
import { Program } from './elf/program.js';
import { calibrate } from './tables/calibrate.js';
import type { CalibrationReport } from './tables/calibration/member-report.js';
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
  /** What is known beside the tables; what this package knows if not given. */
  readonly overlays?: Overlays;
}

/** A catalog as text. */
export interface ImportedCatalog extends PrintedCatalog {
  /** Descriptions that it was made from. */
  readonly descriptions: number;
  /** Where members of the binary's tables lie, and how sure that is; nothing of what was not read from a binary. */
  readonly calibration?: CalibrationReport;
  /** Entries of overlays that speak of what is not there, such as `esp.drq_state`. */
  readonly unusedOverlays: readonly string[];
}

/**
 * Makes a catalog of schemas from the tables in a QEMU binary. Nothing in it is run.
 *
 * @throws ImportError where the tables are not found, or are not laid out in a way that the known ones in them show
 * @throws DecodeError where a file is not an ELF file, or is damaged
 */
export function importCatalog({
  program,
  modules,
  title,
  bases = [],
  overlays = OVERLAYS,
}: CatalogSources): ImportedCatalog {
  const loaded = Program.open(program, modules);
  const { layout, report } = calibrate(loaded);
  const descriptions = readDescriptions(loaded, layout);
  return {
    ...printCatalog(descriptions, { title, bases, overlays }),
    descriptions: descriptions.length,
    calibration: report,
    unusedOverlays: unusedOverlays(descriptions, overlays),
  };
}
