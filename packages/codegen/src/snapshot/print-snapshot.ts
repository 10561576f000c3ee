import { printJson } from './print-json.js';
import type { Snapshot } from './snapshot.js';

/**
 * The text of a snapshot, made to be read in a pull request: a field of a struct stands on a line of its own where it fits, and is
 * broken over several where not. Where there are more than a hundred structs, each is one line. The same snapshot gives the same text.
 *
 * @example
 * ```json
 * {
 *   "format": "bytewright/snapshot@2",
 *   "source": "schema/pair.ts",
 *   "exports": {
 *     "Pair": { "kind": "struct", "name": "Pair" }
 *   },
 *   "roots": ["Pair"],
 *   "uses": {},
 *   "structs": {
 *     "Pair": {
 *       "name": "Pair",
 *       "fields": [
 *         { "name": "a", "visibility": "value", "node": { "kind": "integer", "type": "u8" } }
 *       ],
 *       "checks": [],
 *       "parameters": [],
 *       "recursive": false
 *     }
 *   }
 * }
 * ```
 */
export function printSnapshot(snapshot: Snapshot): string {
  const isCrowded = Object.keys(snapshot.structs).length > MANY;
  return isCrowded ? printJson(snapshot, { isBroken, isWhole: isStruct }) : printJson(snapshot, { isBroken });
}

/** From so many structs on, most are those of another package that a module needs: each is a line then. */
const MANY = 100;

const isStruct = (path: readonly string[]): boolean => path.length === 2 && path[0] === 'structs';

/** Lists to which lines are added rather than that they change: the snapshot, its tables, its structs and their fields. */
function isBroken(path: readonly string[]): boolean {
  const [table, , part] = path;
  if (path.length <= 1)
    return path.length === 0 || table === 'exports' || table === 'uses' || table === 'structs';
  if (table !== 'structs') return false;
  return path.length === 2 || (path.length === 3 && part === 'fields');
}
