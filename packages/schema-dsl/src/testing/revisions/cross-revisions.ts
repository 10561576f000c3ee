import type { Change } from '../../diff/change.js';
import type { CompareOptions } from '../../diff/compare-options.js';
import { compareSchemas } from '../../diff/compare-schemas.js';
import type { SchemaIR, StructIR } from '../../ir/schema.js';
import { nameOf } from '../name-of.js';
import type { CrossOptions } from './cross.js';
import { cross } from './cross.js';
import type { Crossing } from './crossing.js';

/** What was found out of a struct, or of the root, by sending bytes both ways. */
export interface Trial {
  /** What it is called in the old revision. */
  readonly name: string;
  /** The struct's own changes; all of them, for the root. */
  readonly changes: readonly Change[];
  readonly backward: Crossing;
  readonly forward: Crossing;
}

/** What is not the same in two revisions, and what bytes say of it. */
export interface RevisionReport {
  readonly changes: readonly Change[];
  /** The root first, then each struct below it that changed and can be decoded by itself. */
  readonly trials: readonly Trial[];
}

/**
 * Compares two revisions of a schema, and tries what the differences mean: bytes of each revision are read by the other
 * one's codec, for the root and for every struct that changed.
 *
 * @example
 * const { trials } = crossRevisions(irOf(PairV1), irOf(PairV2));
 * trials[0].backward.disagreements[0].witness; // { value: '{ a: 1 }', bytes: 00 01, found: '{ a: 256 }' }
 */
export function crossRevisions(
  before: SchemaIR,
  after: SchemaIR,
  options: CompareOptions & CrossOptions = {},
): RevisionReport {
  const whole = compareSchemas(before, after, options);
  const trialOf = (name: string, comparison: typeof whole, changes: readonly Change[]): Trial => ({
    name,
    changes,
    backward: cross(comparison, 'backward', options),
    forward: cross(comparison, 'forward', options),
  });
  const [root] = whole.changes.length === 0 ? [] : [trialOf(nameOf(before), whole, whole.changes)];
  const parts = whole.pairs
    .filter(({ changes }) => changes.some(({ kind }) => kind !== 'documentation'))
    .filter((pair) => !isRoot(before, pair.before) && !isRoot(after, pair.after))
    .filter((pair) => isWhole(pair.before) && isWhole(pair.after))
    .map((pair) => {
      const comparison = compareSchemas(rootedAt(before, pair.before), rootedAt(after, pair.after), options);
      return trialOf(pair.before.name, comparison, pair.changes);
    });
  return { changes: whole.changes, trials: [...(root === undefined ? [] : [root]), ...parts] };
}

const isRoot = ({ root }: SchemaIR, { name }: StructIR): boolean =>
  name === '' || (root.kind === 'struct' && root.name === name);

/** Whether a struct can be decoded by itself. */
const isWhole = ({ parameters }: StructIR): boolean =>
  parameters.every((parameter) => parameter.default !== undefined);

const rootedAt = (schema: SchemaIR, { name }: StructIR): SchemaIR => ({
  ...schema,
  root: { kind: 'struct', name },
});
