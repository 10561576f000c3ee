import { parseSnapshot } from '../snapshot/parse-snapshot.js';
import { SnapshotError } from '../snapshot/snapshot-error.js';

/**
 * Names of the structs that are not the same in two snapshots: changed, new or gone, or exported in another way. None where
 * one of them cannot be read.
 *
 * @param before the text of a snapshot
 * @param after that of a later one
 */
export function changedStructs(before: string, after: string): readonly string[] {
  try {
    const [old, now] = [entriesOf(before), entriesOf(after)];
    const names = new Set([...old.keys(), ...now.keys()]);
    return [...names].filter((name) => old.get(name) !== now.get(name)).sort();
  } catch (error) {
    if (error instanceof SnapshotError) return [];
    throw error;
  }
}

/** All that a snapshot says of each struct, as text. */
function entriesOf(text: string): ReadonlyMap<string, string> {
  const { exports, roots, structs } = parseSnapshot(text);
  return new Map(
    [...new Set([...Object.keys(structs), ...Object.keys(exports)])].map((name) => [
      name,
      JSON.stringify([structs[name], exports[name], roots.includes(name)]),
    ]),
  );
}
