import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedCatalog } from '../import-catalog.js';

/** The file in a catalog's folder that says what was written there. */
export const MANIFEST = 'catalog.json';

/** Paths that an import writes to; a manifest that names others is not believed. */
const OWN = /^(?:(?:devices|parts)\/)?[\w-]+\.ts$/;

const FORMAT = 'bytewright/catalog@1';

/** What an import wrote into a folder. */
export interface CatalogManifest {
  /** Hashes of the files' content by their paths in the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Entries of overlays that spoke of what was not there. */
  readonly unusedOverlays: readonly string[];
}

/** The hash of a file's content that tells whether somebody edited it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The text of a catalog's manifest. */
export function manifestText({
  files,
  unusedOverlays,
}: Pick<ImportedCatalog, 'files' | 'unusedOverlays'>): string {
  const hashes = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => [path, hashOf(text)]);
  const content = { format: FORMAT, unusedOverlays, files: Object.fromEntries(hashes) };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** What an import wrote into a folder; `undefined` where none did, or one that left no manifest. */
export function readManifest(folder: string): CatalogManifest | undefined {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // somebody's own file of that name
  }
  if (typeof content !== 'object' || content === null || !('format' in content) || content.format !== FORMAT)
    return undefined;
  const { files, unusedOverlays } = content as { files?: unknown; unusedOverlays?: unknown };
  const entries = typeof files === 'object' && files !== null ? Object.entries(files) : [];
  return {
    files: new Map(entries.flatMap(([path, hash]) => (OWN.test(path) ? [[path, String(hash)]] : []))),
    unusedOverlays: Array.isArray(unusedOverlays) ? unusedOverlays.map(String) : [],
  };
}
