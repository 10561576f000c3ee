import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../generate-modules.js';
import { hasBanner, readBanner } from './banner.js';

/** Why a generated file is not as it should be. */
export type Staleness =
  | 'missing'
  | 'the schema has changed'
  | 'the generator has changed'
  | 'edited by hand'
  | 'edited by hand, and the schema has changed'
  | 'no longer generated';

/** A generated file that is not as it should be. */
export interface StaleFile {
  readonly path: string;
  readonly why: Staleness;
}

/** Compares what would be generated with what is there. Paths are relative to `folder`. */
export function compareFiles(
  folder: string,
  output: string,
  files: readonly GeneratedFile[],
): readonly StaleFile[] {
  const stale: StaleFile[] = [];
  for (const { path, text } of files) {
    const full = join(folder, path);
    const found = existsSync(full) ? readFileSync(full, 'utf8') : undefined;
    if (found !== text) stale.push({ path, why: found === undefined ? 'missing' : whyStale(found, text) });
  }
  return [
    ...stale,
    ...orphans(folder, output, files).map((path): StaleFile => ({ path, why: 'no longer generated' })),
  ];
}

/** Why a file is not what is generated: what its banner says tells who changed what. */
function whyStale(found: string, expected: string): Staleness {
  const banner = readBanner(found);
  if (banner === undefined) return 'edited by hand'; // down to the banner
  const isOfThisSchema = banner.hash === readBanner(expected)?.hash;
  if (!banner.isAsWritten)
    return isOfThisSchema ? 'edited by hand' : 'edited by hand, and the schema has changed';
  return isOfThisSchema ? 'the generator has changed' : 'the schema has changed';
}

/** Files in the output folder that carry our banner and are not generated any more. */
export function orphans(folder: string, output: string, files: readonly GeneratedFile[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const root = join(folder, output);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replace(/\\/g, '/'),
    )
    .filter((path) => !known.has(path) && hasBanner(readFileSync(join(folder, path), 'utf8')))
    .sort();
}
