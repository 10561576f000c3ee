import type { SchemaIR, StructIR } from '../../ir/schema.js';
import { nameOf } from '../../testing/name-of.js';
import type { Change } from '../change.js';
import type { CompareOptions } from '../compare-options.js';
import { compareSchemas } from '../compare-schemas.js';
import type { Comparison, StructPair } from '../comparison.js';
import type { TrialOptions } from './run-trial.js';
import { runTrial } from './run-trial.js';
import type { TrialResult } from './trial-result.js';

/** The result of exchanging bytes in both directions, for a struct or the root. */
export interface Trial {
  /** The name in the old revision. */
  readonly name: string;
  /** The struct's own changes; for the root, all changes. */
  readonly changes: readonly Change[];
  readonly backward: TrialResult;
  readonly forward: TrialResult;
}

/** The differences between two revisions, and the effects observed on bytes. */
export interface RevisionReport {
  readonly changes: readonly Change[];
  /** The roots first, then each changed struct below them that can be decoded by itself. */
  readonly trials: readonly Trial[];
}

/** Two revisions of a schema. */
export interface RevisionPair {
  readonly before: SchemaIR;
  readonly after: SchemaIR;
}

/** How two revisions are compared, and how many trials are made. */
export type CompatibilityTrialOptions = CompareOptions & TrialOptions;

/**
 * Compares two revisions of a schema and tests the effects of the differences: bytes of each revision are decoded by the
 * other's codec, for the root and for every changed struct.
 *
 * @example
 * const { trials } = runCompatibilityTrials(irOf(PairV1), irOf(PairV2));
 * trials[0].backward.disagreements[0].counterexample; // { value: '{ a: 1 }', bytes: 00 01, found: 'a: 1, not 256' }
 */
export function runCompatibilityTrials(
  before: SchemaIR,
  after: SchemaIR,
  options: CompatibilityTrialOptions = {},
): RevisionReport {
  return runTrialsOfAll([{ before, after }], options);
}

/** The same for several schemas; structs that they share are reported and tried once. */
export function runTrialsOfAll(
  roots: readonly RevisionPair[],
  options: CompatibilityTrialOptions = {},
): RevisionReport {
  const wholes = roots.map(({ before, after }) => compareSchemas(before, after, options));
  const pairs = new Map<string, { pair: StructPair; whole: Comparison }>();
  for (const whole of wholes)
    for (const pair of whole.pairs) {
      const key = `${pair.before.name}\n${pair.after.name}`;
      // each root is a pair of its own
      if (pair.before.name === '') pairs.set(`${key}${pairs.size}`, { pair, whole });
      else if (!pairs.has(key)) pairs.set(key, { pair, whole });
    }
  const trialOf = (name: string, comparison: Comparison, changes: readonly Change[]): Trial => ({
    name,
    changes,
    backward: runTrial(comparison, 'backward', options),
    forward: runTrial(comparison, 'forward', options),
  });
  const changed = wholes.filter(({ changes }) => changes.length > 0);
  const parts = [...pairs.values()]
    .filter(({ pair }) => pair.changes.some(isMore))
    .filter(
      ({ pair }) =>
        !changed.some(({ before, after }) => isRoot(before, pair.before) || isRoot(after, pair.after)),
    )
    .filter(({ pair }) => isWhole(pair.before) && isWhole(pair.after));
  return {
    changes: [...pairs.values()].flatMap(({ pair }) => pair.changes),
    trials: [
      ...changed.map((whole) => trialOf(nameOf(whole.before), whole, whole.changes)),
      ...parts.map(({ pair, whole }) => {
        const part = compareSchemas(
          rootedAt(whole.before, pair.before),
          rootedAt(whole.after, pair.after),
          options,
        );
        return trialOf(pair.before.name, part, pair.changes);
      }),
    ],
  };
}

/** Whether a change concerns more than documentation. */
const isMore = ({ kind }: Change): boolean => kind !== 'documentation';

const isRoot = ({ root }: SchemaIR, { name }: StructIR): boolean =>
  name === '' || (root.kind === 'struct' && root.name === name);

/** Whether a struct can be decoded by itself. */
const isWhole = ({ parameters }: StructIR): boolean =>
  parameters.every((parameter) => parameter.default !== undefined);

const rootedAt = (schema: SchemaIR, { name }: StructIR): SchemaIR => ({
  ...schema,
  root: { kind: 'struct', name },
});
