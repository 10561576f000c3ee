import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import { structsIn } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../config-error.js';
import type { Snapshot } from './snapshot.js';
import { SNAPSHOT_FORMAT } from './snapshot.js';

/**
 * Reads a snapshot.
 *
 * @param file what messages call it
 * @throws ConfigError where it is none, or is damaged
 */
export function parseSnapshot(text: string, file: string): Snapshot {
  const data = parseJson(text, file);
  const fail = (place: string, problem: string): never => {
    throw new ConfigError(`${file}: ${place} ${problem}`);
  };
  if (!isRecord(data) || data.format !== SNAPSHOT_FORMAT)
    return fail('the file', `is no snapshot: its "format" is not ${JSON.stringify(SNAPSHOT_FORMAT)}`);
  const { source, roots, structs, uses } = data;
  if (typeof source !== 'string') return fail('source', 'is no text');
  if (!isTexts(roots)) return fail('roots', 'is no list of names');
  if (!isRecord(structs)) return fail('structs', 'is no table');
  if (!isRecord(uses) || !isTexts(Object.values(uses))) return fail('uses', 'is no table of files');
  for (const [name, struct] of Object.entries(structs)) {
    if (
      !isRecord(struct) ||
      struct.name !== name ||
      !Array.isArray(struct.fields) ||
      !Array.isArray(struct.checks)
    )
      return fail(`structs.${name}`, 'is no struct of this name');
    for (const [index, field] of struct.fields.entries())
      if (!isRecord(field) || typeof field.name !== 'string' || !isNodeLike(field.node))
        return fail(`structs.${name}.fields[${index}]`, 'is no field');
  }
  const snapshot = data as unknown as Snapshot; // as far as its own shape goes; the nodes follow
  for (const struct of Object.values(snapshot.structs)) checkStruct(struct, snapshot, fail);
  for (const root of snapshot.roots)
    if (!isKnown(root, snapshot)) fail('roots', `names ${root}, which is not there`);
  return snapshot;
}

/** Goes through all nodes, and finds every struct that they speak of. */
function checkStruct(
  struct: StructIR,
  snapshot: Snapshot,
  fail: (place: string, problem: string) => never,
): void {
  for (const { name, node } of struct.fields) {
    const place = `structs.${struct.name}.${name}`;
    const used = structsSpokenOf(node);
    if (used === undefined) fail(place, 'holds a node that this version does not know');
    const missing = used?.find((one) => !isKnown(one, snapshot));
    if (missing !== undefined) fail(place, `speaks of ${missing}, which is not there`);
  }
}

/** `undefined` where the nodes are none of this version's. */
function structsSpokenOf(node: NodeIR): readonly string[] | undefined {
  try {
    return structsIn(node);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const isKnown = (name: string, { structs, uses }: Snapshot): boolean =>
  Object.hasOwn(structs, name) || Object.hasOwn(uses, name);

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isNodeLike = (value: unknown): boolean => isRecord(value) && typeof value.kind === 'string';
