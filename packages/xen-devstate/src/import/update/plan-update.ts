import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedFiles } from '../catalog/catalog-folder.js';
import type { ImportedCatalog } from '../import-catalog.js';
import type { CatalogChanges } from './compare-catalogs.js';
import { compareCatalogs } from './compare-catalogs.js';
import { readListedCatalog } from './listed-catalog.js';
import { hashOf, MANIFEST, manifestText, readManifest } from './manifest.js';

/** What putting a catalog into a folder does there. */
export interface CatalogUpdate {
  /** Whether there was a catalog. */
  readonly isUpdate: boolean;
  readonly changes: CatalogChanges;
  /** Files with other content than they have, or that are not there yet: texts by paths in the folder. */
  readonly written: ReadonlyMap<string, string>;
  /** Files of the earlier import that the new one has no more. */
  readonly removed: readonly string[];
  /** Files among both that an import did not write as they are: somebody edited them, or they are somebody's own. */
  readonly edited: readonly string[];
  /** Entries of overlays that spoke of something in the earlier catalog, and of nothing in this one. */
  readonly newlyUnused: readonly string[];
}

/** Finds out what putting a catalog into a folder would do there; nothing is written. */
export function planUpdate(folder: string, catalog: ImportedCatalog): CatalogUpdate {
  const own = (path: string): string | undefined => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const before = readListedCatalog(own);
  const after = readListedCatalog((path) => (path.startsWith('../') ? own(path) : catalog.files.get(path)));
  if (after === undefined) throw new TypeError('A catalog has a list of devices');
  const manifest = readManifest(folder);
  const files = new Map([...catalog.files, [MANIFEST, manifestText(catalog)]]);
  const written = new Map([...files].filter(([path, text]) => own(path) !== text));
  const printed = new Set([...printedFiles(folder).keys(), ...(manifest?.files.keys() ?? [])]);
  const removed = [...printed].filter((path) => !files.has(path) && own(path) !== undefined).sort();
  const isEdited = (path: string): boolean => {
    const text = own(path);
    if (text === undefined || path === MANIFEST) return false;
    const hash = manifest?.files.get(path);
    // an import of a version without manifests leaves only its banner
    return hash === undefined ? !printedFiles(folder).has(path) : hash !== hashOf(text);
  };
  const formerlyUnused = new Set(manifest?.unusedOverlays);
  return {
    isUpdate: before !== undefined,
    changes: compareCatalogs(before, after, catalog.unknownValues),
    written,
    removed,
    edited: [...written.keys(), ...removed].filter(isEdited).sort(),
    newlyUnused:
      manifest === undefined ? [] : catalog.unusedOverlays.filter((entry) => !formerlyUnused.has(entry)),
  };
}
