import type { Node } from '@bytewright/schema-dsl';
import { search } from '@bytewright/schema-dsl';
import { irOf, searchedParameters } from '@bytewright/schema-dsl/ir';
import { parameterNamed } from '../machine-parameters/possible-values.js';
import { version } from '../vmstate/version.js';
import type { CatalogDevices } from './catalog-devices.js';

/** A schema that may describe a section's payload. */
export interface Candidate {
  /** Its name in values: the name in the section header, or the type name if several share that name. */
  readonly device: string;
  readonly schema: Node<unknown>;
  /** The machine parameters that it requires. */
  readonly machineParameters: readonly string[];
  /** The same in search order: the one that varies fastest comes first. */
  readonly searched: readonly string[];
}

/**
 * The usable schemas for a name, in order. Schemas with parameters that cannot be searched for are left out: those with unknown
 * values.
 *
 * @param name the name in a section header, after the bus path
 * @throws SchemaError if a schema is invalid
 */
export function candidatesOf(devices: CatalogDevices, name: string): readonly Candidate[] {
  const known = Object.hasOwn(devices, name) ? (devices[name] ?? []) : [];
  const usable = known.flatMap((schema) => {
    const { type, free, searched } = describe(schema);
    return free.length === searched.length
      ? [{ device: type, schema, machineParameters: free, searched }]
      : [];
  });
  return usable.map((candidate, i) => (i === 0 ? { ...candidate, device: name } : candidate));
}

/** Schemas for a name that cannot be used, each with the parameters that it lacks. */
export function unusableOf(
  devices: CatalogDevices,
  name: string,
): readonly { readonly type: string; readonly missing: readonly string[] }[] {
  const known = Object.hasOwn(devices, name) ? (devices[name] ?? []) : [];
  return known.flatMap((schema) => {
    const { type, free, searched } = describe(schema);
    const missing = free.filter((parameter) => !searched.includes(parameter));
    return missing.length === 0 ? [] : [{ type, missing }];
  });
}

/**
 * The candidate's schema with a search for all parameters that it requires.
 *
 * @param followedBy what must follow for a combination to be accepted, the strictest first
 */
export function withMachineParameters(
  { schema, searched }: Candidate,
  followedBy: readonly [Node<unknown>, ...Node<unknown>[]],
): Node<unknown> {
  let node = schema;
  for (const name of searched) node = search(parameterNamed(name), node, { followedBy });
  return node;
}

/** The type of a schema, the parameters that it requires besides its version, and those that can be searched for. */
function describe(schema: Node<unknown>): {
  readonly type: string;
  readonly free: readonly string[];
  readonly searched: readonly string[];
} {
  const { root, structs } = irOf(schema, { allowParameters: true });
  const inner = root.kind === 'bind' ? root.node : root;
  if (inner.kind !== 'struct') throw new TypeError('The schema of a device is a struct');
  const parameters = structs[inner.name]?.parameters.map(({ name }) => name) ?? [];
  return {
    type: inner.name,
    free: parameters.filter((name) => name !== version.parameter),
    searched: searchedParameters({ format: 1, root: inner, structs }).map(({ name }) => name),
  };
}
