import { posix } from 'node:path';
import type { SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { freezeDeep } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../faults/config-error.js';
import { parseSnapshot } from '../snapshot/parse-snapshot.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { SnapshotError } from '../snapshot/snapshot-error.js';
import { structNamesIn } from '../snapshot/struct-names-in.js';

/** Reads a file by a path with forward slashes; `undefined` where there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** Snapshots that one may take structs from, directly or not. */
const MOST_SNAPSHOTS = 10_000;

/**
 * The representations of a snapshot's exports, whole: what it uses of other snapshots is read beside it.
 *
 * @throws SnapshotError for a file that is not a snapshot
 * @throws ConfigError where a file or a struct is missing
 */
export async function resolveSnapshot(
  path: string,
  read: ReadText,
): Promise<readonly { readonly name: string; readonly schema: SchemaIR }[]> {
  const snapshots = new Map<string, Snapshot>();
  const pending: [path: string, by: string | undefined][] = [[posix.normalize(path), undefined]];
  for (const [one, by] of pending) {
    if (snapshots.has(one)) continue;
    if (snapshots.size >= MOST_SNAPSHOTS)
      throw new ConfigError(`${path} takes structs from more than ${MOST_SNAPSHOTS} other snapshots`);
    const found = parse(one, await read(one), by);
    snapshots.set(one, found);
    for (const used of Object.keys(found.uses)) pending.push([beside(one, used), one]); // lists grow while walked
  }
  const start = posix.normalize(path);
  const { exports } = snapshots.get(start) as Snapshot; // the first that was read
  return Object.entries(exports).map(([name, root]) => {
    const structs = collect(start, root, snapshots);
    return { name, schema: freezeDeep<SchemaIR>({ format: 1, root, structs }) };
  });
}

const beside = (path: string, other: string): string =>
  posix.normalize(posix.join(posix.dirname(path), other));

function parse(path: string, text: string | undefined, by: string | undefined): Snapshot {
  if (text === undefined)
    throw new ConfigError(
      by === undefined
        ? `There is no snapshot ${path}`
        : `${by} takes structs from ${path}, which is not there`,
    );
  try {
    return parseSnapshot(text);
  } catch (error) {
    if (error instanceof SnapshotError)
      throw new ConfigError(`${path}${error.path === '' ? ' ' : `: ${error.path} `}${error.problem}`);
    throw error;
  }
}

/** The structs that a node consists of, by name, in the order in which they are met. */
function collect(
  start: string,
  root: unknown,
  snapshots: ReadonlyMap<string, Snapshot>,
): Readonly<Record<string, StructIR>> {
  const found = new Map<string, { readonly struct: StructIR; readonly home: string }>();
  const pending: [name: string, from: string][] = [...structNamesIn(root)].map((name) => [name, start]);
  for (const [name, from] of pending) {
    const home = holderOf(name, from, snapshots);
    const known = found.get(name);
    if (known !== undefined) {
      if (known.home !== home)
        throw new ConfigError(
          `${start} takes two structs called ${name}, from ${known.home} and from ${home}`,
        );
      continue;
    }
    const struct = snapshots.get(home)?.structs[name] as StructIR; // its holder has it
    found.set(name, { struct, home });
    for (const part of structNamesIn(struct)) pending.push([part, home]); // lists grow while walked
  }
  return Object.fromEntries([...found].map(([name, { struct }]) => [name, struct]));
}

function holderOf(name: string, from: string, snapshots: ReadonlyMap<string, Snapshot>): string {
  const seen = new Set<string>();
  for (let path = from; !seen.has(path); ) {
    seen.add(path);
    const snapshot = snapshots.get(path);
    if (snapshot === undefined) break;
    if (Object.hasOwn(snapshot.structs, name)) return path;
    const use = Object.entries(snapshot.uses).find(([, names]) => names.includes(name));
    if (use === undefined)
      throw new ConfigError(`${path} has no struct called ${name}, which ${from} takes from it`);
    path = beside(path, use[0]);
  }
  throw new ConfigError(`No snapshot that ${from} speaks of holds the struct ${name}`);
}
