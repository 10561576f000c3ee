import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { version } from '../vmstate/version.js';

/** The versions of a description that one QEMU loads. */
export interface LoadedVersions {
  /** Its own. */
  readonly current: number;
  /** The oldest one; `undefined` where the schema does not say. */
  readonly minimum: number | undefined;
}

/**
 * The versions that a device's schema reads, as `vmstate()` put them there: its own is bound to it, and the oldest is a check.
 *
 * @returns `undefined` for a schema that says nothing of versions
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
