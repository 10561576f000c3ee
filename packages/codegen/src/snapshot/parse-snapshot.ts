import { freezeDeep } from '@bytewright/schema-dsl/ir';
import { fromEarlierFormat } from './from-earlier-format.js';
import { node } from './shapes/nodes.js';
import { leftOut, record } from './shapes/record.js';
import { described, listOf, matching, oneOf, Place, tableOf, text } from './shapes/shape.js';
import { struct } from './shapes/structs.js';
import type { Snapshot } from './snapshot.js';
import { SNAPSHOT_FORMAT } from './snapshot.js';
import { SnapshotError } from './snapshot-error.js';
import { structNamesIn } from './struct-names-in.js';

/** Characters of a snapshot at most: some two hundred times what the largest one of this repository has. */
const LONGEST = 1 << 26;

const snapshot = record<Snapshot>({
  format: oneOf([SNAPSHOT_FORMAT]),
  source: text,
  configuration: leftOut(text),
  exports: tableOf(node),
  roots: listOf(text),
  uses: tableOf(listOf(text)),
  structs: tableOf(struct),
});

/** A path to another snapshot: in this folder, below it or above it. */
const usePath = matching(/^\.\.?\/[^\\\0]*\.ir\.json$/, 'a relative path that ends in .ir.json');

/** A struct is called as a type is. */
const structName = matching(/^[A-Z][A-Za-z0-9]*$/, 'the name of a struct');

/**
 * Reads the text of a snapshot: the opposite of `printSnapshot`, exactly. What it gives is frozen.
 *
 * @throws SnapshotError for what is none; its message says where in it.
 */
export function parseSnapshot(content: string): Snapshot {
  if (content.length > LONGEST) throw new SnapshotError('', `has more than ${LONGEST} characters`);
  const data = fromEarlierFormat(asJson(content));
  const place = new Place();
  checkFormat(data, place);
  const parsed = snapshot(data, place);
  checkNames(parsed, place);
  return freezeDeep(parsed);
}

function asJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SnapshotError('', `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** First of all, so that a file of another kind is told from a snapshot with a fault. */
function checkFormat(data: unknown, place: Place): void {
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined;
  if (format === SNAPSHOT_FORMAT) return;
  if (typeof format === 'string' && format.startsWith('bytewright/snapshot@'))
    throw place.fault(
      `is of the format ${described(format)}; this version of bytewright reads ${SNAPSHOT_FORMAT}`,
    );
  throw place.fault(`is not a snapshot: it does not begin with "format": "${SNAPSHOT_FORMAT}"`);
}

/** All that is referred to by name is there, and nothing is there twice. */
function checkNames({ exports, roots, uses, structs }: Snapshot, place: Place): void {
  const known = new Set(Object.keys(structs));
  for (const [path, names] of Object.entries(uses)) {
    const at = place.at('uses').at(path);
    usePath(path, at);
    for (const [i, name] of names.entries()) {
      if (known.has(name))
        throw at.item(i).fault(`the struct ${described(name)} is here or in another one as well`);
      known.add(name);
    }
  }
  const refer = (names: Iterable<string>, at: Place): void => {
    for (const name of names)
      if (!known.has(name)) throw at.fault(`refers to the struct ${described(name)}, which is not there`);
  };
  for (const [name, root] of Object.entries(exports))
    refer(structNamesIn(root), place.at('exports').at(name));
  for (const [i, name] of roots.entries())
    if (!Object.hasOwn(exports, name))
      throw place
        .at('roots')
        .item(i)
        .fault(`${described(name)} is not exported`);
  for (const [name, one] of Object.entries(structs)) {
    const at = place.at('structs').at(name);
    structName(name, at);
    if (one.name !== name) throw at.fault(`is called ${described(one.name)}`);
    refer(structNamesIn(one), at);
  }
}
