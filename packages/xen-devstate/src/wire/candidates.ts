import type { Node } from '@bytewright/schema-dsl';
import { search } from '@bytewright/schema-dsl';
import { irOf, searchedParameters } from '@bytewright/schema-dsl/ir';
import { parameterNamed } from '../machine-parameters/possible-values.js';
import { version } from '../vmstate/version.js';
import type { CatalogDevices } from './catalog-devices.js';

/** A schema that a section may hold. */
export interface Candidate {
  /** What it is called in values: the name in the section's header, or that of the type where several share a name. */
  readonly device: string;
  readonly schema: Node<unknown>;
  /** Facts of the machine that it has to be told. */
  readonly machineParameters: readonly string[];
  /** The same in the order in which they are searched for: the one that varies fastest first. */
  readonly searched: readonly string[];
}

/**
 * The schemas of one name that can be tried, in order. Those that need what nobody can search for are left out: a schema
 * that has unknown values.
 *
 * @param name as in a section's header, behind its bus path
 * @throws SchemaError for schemas that are none
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

/** Schemas of one name that cannot be tried, each with what it would have to be told. */
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
 * The candidate's schema with all parameters searched for that it has to be told.
 *
 * @param followedBy what must follow for a combination to count, strict ones first
 */
export function withFacts(
  { schema, searched }: Candidate,
  followedBy: readonly [Node<unknown>, ...Node<unknown>[]],
): Node<unknown> {
  let node = schema;
  for (const name of searched) node = search(parameterNamed(name), node, { followedBy });
  return node;
}

/** The type of a schema, the parameters that it has to be told beside its version, and which of them are searched for. */
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
