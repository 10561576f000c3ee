import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../generate-modules.js';
import { changedStructs } from '../snapshot/changed-structs.js';
import { isSnapshot, SNAPSHOT_SUFFIX } from '../snapshot/snapshot.js';
import { hasBanner, readBanner } from './banner.js';

/** Why a generated file is not as it should be. */
export type Staleness =
  | 'missing'
  | 'the schema has changed'
  | 'the generator has changed'
  | 'edited by hand'
  | 'edited by hand, and the schema has changed'
  | 'no longer generated'
  | 'not the representation of the schema';

/** A generated file that is not as it should be. */
export interface StaleFile {
  readonly path: string;
  readonly why: Staleness;
  /** The structs that the schema changed, as far as a snapshot tells. */
  readonly structs?: readonly string[];
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
    if (found === text) continue;
    if (found === undefined) stale.push({ path, why: 'missing' });
    else if (path.endsWith(SNAPSHOT_SUFFIX))
      stale.push({
        path,
        why: 'not the representation of the schema',
        structs: changedStructs(found, text),
      });
    else stale.push({ path, why: whyStale(found, text) });
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
    .filter((entry) => entry.isFile() && (entry.name.endsWith('.ts') || entry.name.endsWith(SNAPSHOT_SUFFIX)))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replace(/\\/g, '/'),
    )
    .filter((path) => !known.has(path) && isOurs(readFileSync(join(folder, path), 'utf8')))
    .sort();
}

const isOurs = (text: string): boolean => hasBanner(text) || isSnapshot(text);
