import type { Node } from '@bytewright/schema-dsl';
import { parameterNamed } from '../machine-parameters/possible-values.js';
import { version } from '../vmstate/version.js';
import type { Candidate } from '../wire/candidates.js';

/** Parameters of a machine by name, such as `smbus`: they are not in the file, and a payload cannot be decoded without them. */
export type MachineParameterValues = ReadonlyMap<string, unknown>;

/** The maximum number of cached schemas: a file can have sections of very many versions. */
const MOST_KEPT = 1024;
const made = new WeakMap<Node<unknown>, Map<string, Node<unknown>>>();

/**
 * The schema of a candidate's payload for one machine, without a search, so that it reads what QEMU would read there. It is
 * cached, as compiling a schema takes longer than reading a payload.
 *
 * @param versionId the version of the section
 * @throws TypeError if a parameter that the schema requires is missing
 */
export function pinMachineParameters(
  candidate: Candidate,
  known: MachineParameterValues,
  versionId: number,
): Node<unknown> {
  const key = JSON.stringify([versionId, ...candidate.machineParameters.map((name) => known.get(name))]);
  const ofSchema = made.get(candidate.schema) ?? new Map<string, Node<unknown>>();
  made.set(candidate.schema, ofSchema);
  const node = ofSchema.get(key) ?? pin(candidate, known, versionId);
  if (ofSchema.size >= MOST_KEPT) ofSchema.clear();
  ofSchema.set(key, node);
  return node;
}

function pin(
  { schema, machineParameters: names }: Candidate,
  known: MachineParameterValues,
  versionId: number,
): Node<unknown> {
  let node = schema;
  for (const name of names) {
    if (!known.has(name)) throw new TypeError(`The schema requires the parameter ${name}`);
    node = node.with(parameterNamed(name).of(known.get(name)));
  }
  return node.with(version.of(versionId));
}
