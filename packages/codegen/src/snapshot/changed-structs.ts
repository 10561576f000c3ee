import { ConfigError } from '../config-error.js';
import { parseSnapshot } from './parse-snapshot.js';
import type { Snapshot } from './snapshot.js';

/** Names of the structs that two snapshots do not have in common; none where the first one cannot be read. */
export function changedStructs(found: string, expected: string): readonly string[] {
  const [was, is] = [read(found), read(expected)];
  if (was === undefined || is === undefined) return [];
  const names = new Set(
    [was, is].flatMap(({ structs, uses }) => [...Object.keys(structs), ...Object.keys(uses)]),
  );
  const text = ({ structs, uses }: Snapshot, name: string): string =>
    JSON.stringify([structs[name], uses[name]]);
  return [...names].filter((name) => text(was, name) !== text(is, name)).sort();
}

function read(text: string): Snapshot | undefined {
  try {
    return parseSnapshot(text, 'the snapshot');
  } catch (error) {
    if (error instanceof ConfigError) return undefined; // it was edited by hand
    throw error;
  }
}
