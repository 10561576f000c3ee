import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { version } from '../vmstate/version.js';

/** The versions of a description that a QEMU can load. */
export interface LoadedVersions {
  /** Its own version. */
  readonly current: number;
  /** The oldest version; `undefined` if the schema does not specify it. */
  readonly minimum: number | undefined;
}

/**
 * The versions that a device's schema accepts, as set by `vmstate()`: its own is bound to it, and the oldest is in a check.
 *
 * @returns `undefined` if the schema does not specify versions
 */
export function versionsOf(schema: Node<unknown>): LoadedVersions | undefined {
  const { root, structs } = irOf(schema, { allowParameters: true });
  if (root.kind !== 'bind' || root.node.kind !== 'struct') return undefined;
  const bound = root.bindings.find(({ parameter }) => parameter === version.parameter)?.value;
  if (bound?.op !== 'constant' || typeof bound.value !== 'number') return undefined;
  const checks = structs[root.node.name]?.checks ?? [];
  const minimum = checks
    .map(({ holds }) =>
      holds.op === 'ge' && holds.left.op === 'parameter' && holds.left.name === version.parameter
        ? holds.right
        : undefined,
    )
    .map((right) => (right?.op === 'constant' && typeof right.value === 'number' ? right.value : undefined))
    .find((value) => value !== undefined);
  return { current: bound.value, minimum };
}
