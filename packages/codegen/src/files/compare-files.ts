import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../generate-modules.js';
import { SNAPSHOT_SUFFIX } from '../snapshot/snapshot.js';
import { snapshotPath } from '../snapshot/snapshots-of.js';
import { hasBanner, readBanner } from './banner.js';
import { changedStructs } from './changed-structs.js';

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
  /** Names of the structs that have changed, where snapshots tell. */
  readonly structs?: readonly string[];
}

/** Compares what would be generated with what is there. Paths are relative to `folder`. */
export function compareFiles(
  folder: string,
  output: string,
  files: readonly GeneratedFile[],
): readonly StaleFile[] {
  const pairs = new Map(files.map(({ path, text }) => [path, { found: textOf(join(folder, path)), text }]));
  const stale: StaleFile[] = [];
  for (const [path, pair] of pairs) {
    if (pair.found === pair.text) continue;
    const isSaved = path.endsWith(SNAPSHOT_SUFFIX);
    const code = isSaved ? pairs.get(path.slice(0, -SNAPSHOT_SUFFIX.length).concat('.ts')) : pair;
    const snapshot = isSaved ? pair : pairs.get(snapshotPath(path));
    const why = isSaved ? whySnapshotStale(pair, code) : whyCodeStale(pair);
    const structs =
      why.includes('the schema has changed') && snapshot !== undefined ? changedIn(snapshot) : [];
    stale.push({ path, why, ...(structs.length === 0 ? {} : { structs }) });
  }
  return [
    ...stale,
    ...orphans(folder, output, files).map((path): StaleFile => ({ path, why: 'no longer generated' })),
  ];
}

/** A file as it is, if it is there, and as it should be. */
interface Pair {
  readonly found: string | undefined;
  readonly text: string;
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** What changed in a schema since its snapshot was written. */
function changedIn({ found, text }: Pair): readonly string[] {
  return found === undefined ? [] : changedStructs(found, text);
}

/**
 * Why a snapshot is not what is saved. It has no hash of its own, so that it stays readable: where the code beside it is of this
 * very schema, it was edited.
 */
function whySnapshotStale({ found, text }: Pair, code: Pair | undefined): Staleness {
  if (found === undefined) return 'missing';
  const isOfThisSchema =
    code?.found !== undefined && readBanner(code.found)?.hash === readBanner(code.text)?.hash;
  if (!isOfThisSchema) return isSnapshot(found) ? 'the schema has changed' : 'edited by hand';
  return changedStructs(found, text).length === 0 && isSnapshot(found)
    ? 'the generator has changed'
    : 'edited by hand';
}

/** Why a file is not what is generated: what its banner says tells who changed what. */
function whyCodeStale({ found, text: expected }: Pair): Staleness {
  if (found === undefined) return 'missing';
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
    .filter((entry) => entry.isFile() && /\.(?:ts|ir\.json)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replace(/\\/g, '/'),
    )
    .filter((path) => !known.has(path) && isOurs(readFileSync(join(folder, path), 'utf8')))
    .sort();
}

const isOurs = (file: string): boolean => hasBanner(file) || isSnapshot(file);

/** Whether a file begins like a snapshot. */
const isSnapshot = (file: string): boolean => /^\{\s*"format": "bytewright\/snapshot@/.test(file);
