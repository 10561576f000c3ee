import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { OUTPUT_FORMAT, readBanner } from '../emit/banner.js';
import { SNAPSHOT_SUFFIX } from '../snapshot/snapshot.js';
import { snapshotPath } from '../snapshot/snapshots-of.js';
import { changedStructs } from './changed-structs.js';
import type { GeneratedFile } from './generated-file.js';
import { isSnapshot, readMark } from './read-mark.js';
import { surveyOutput } from './survey-output.js';

/** Why a generated file is not as it should be. */
export type Staleness =
  | 'missing'
  | 'the schema has changed'
  | 'the generator has changed'
  | 'edited by hand'
  | 'edited by hand, and the schema has changed'
  | 'generated for another configuration'
  | 'no longer generated';

/** A generated file that is not as it should be. */
export interface StaleFile {
  readonly path: string;
  readonly why: Staleness;
  /** Names of the structs that have changed, where snapshots tell. */
  readonly structs?: readonly string[];
  /** The other configuration for which it was generated, relative to the folder. */
  readonly configuration?: string;
}

/**
 * Compares what would be generated with what is there. Paths are relative to `folder`.
 *
 * @param configuration path of the configuration, as `generateModules` was given it: files that were generated for it earlier and are
 *   not any more are told only then
 */
export function compareFiles(
  folder: string,
  output: string,
  files: readonly GeneratedFile[],
  configuration?: string,
): readonly StaleFile[] {
  const pairs = new Map(files.map(({ path, text }) => [path, { found: textOf(join(folder, path)), text }]));
  const stale: StaleFile[] = [];
  for (const [path, pair] of pairs) {
    if (pair.found === pair.text) continue;
    const other = otherOwner(folder, path, pair.found, configuration);
    if (other !== undefined) {
      stale.push({ path, why: 'generated for another configuration', configuration: other });
      continue;
    }
    const isSaved = path.endsWith(SNAPSHOT_SUFFIX);
    const code = isSaved ? pairs.get(path.slice(0, -SNAPSHOT_SUFFIX.length).concat('.ts')) : pair;
    const snapshot = isSaved ? pair : pairs.get(snapshotPath(path));
    const why = isSaved ? whySnapshotStale(pair, code) : whyCodeStale(pair, snapshot);
    const structs =
      why.includes('the schema has changed') && snapshot !== undefined ? changedIn(snapshot) : [];
    stale.push({ path, why, ...(structs.length === 0 ? {} : { structs }) });
  }
  return [
    ...stale,
    ...surveyOutput(folder, output, files, configuration).orphans.map(
      (path): StaleFile => ({ path, why: 'no longer generated' }),
    ),
  ];
}

/** The configuration that a file says it was generated for, if that is another one than this, relative to the folder. */
function otherOwner(
  folder: string,
  path: string,
  found: string | undefined,
  configuration: string | undefined,
): string | undefined {
  const mark = found === undefined ? undefined : readMark(found);
  if (mark?.configuration === undefined || configuration === undefined) return undefined;
  const owner = resolve(dirname(join(folder, path)), mark.configuration);
  return owner === resolve(folder, configuration) ? undefined : relative(folder, owner).replace(/\\/g, '/');
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
  const isEarlier = isOfEarlierFormat(code?.found);
  const isOfThisSchema =
    code?.found !== undefined && readBanner(code.found)?.hash === readBanner(code.text)?.hash;
  if (!isOfThisSchema && !isEarlier) return isSnapshot(found) ? 'the schema has changed' : 'edited by hand';
  if (!isSnapshot(found)) return 'edited by hand';
  if (changedStructs(found, text).length === 0) return 'the generator has changed';
  return isOfThisSchema ? 'edited by hand' : 'the schema has changed';
}

/** Why a file is not what is generated: what its banner says tells who changed what. */
function whyCodeStale({ found, text: expected }: Pair, snapshot: Pair | undefined): Staleness {
  if (found === undefined) return 'missing';
  const banner = readBanner(found);
  if (banner === undefined) return 'edited by hand'; // down to the banner
  const isOfThisSchema = banner.hash === readBanner(expected)?.hash;
  if (!banner.isAsWritten)
    return isOfThisSchema ? 'edited by hand' : 'edited by hand, and the schema has changed';
  // Another format may hash the same schema otherwise: then only a snapshot tells that the schema has changed as well.
  if (isOfEarlierFormat(found) && (snapshot === undefined || changedIn(snapshot).length === 0))
    return 'the generator has changed';
  return isOfThisSchema ? 'the generator has changed' : 'the schema has changed';
}

function isOfEarlierFormat(code: string | undefined): boolean {
  const banner = code === undefined ? undefined : readBanner(code);
  return banner !== undefined && banner.format < OUTPUT_FORMAT;
}
