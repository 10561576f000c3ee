import type { SchemaIR, StructIR } from '../../ir/schema.js';
import { nameOf } from '../../testing/name-of.js';
import type { Change } from '../change.js';
import type { CompareOptions } from '../compare-options.js';
import { compareSchemas } from '../compare-schemas.js';
import type { Comparison, StructPair } from '../comparison.js';
import type { TrialOptions } from './run-trial.js';
import { runTrial } from './run-trial.js';
import type { TrialResult } from './trial-result.js';

/** What was found out of a struct, or of the root, by sending bytes both ways. */
export interface Trial {
  /** What it is called in the old revision. */
  readonly name: string;
  /** The struct's own changes; all of them, for the root. */
  readonly changes: readonly Change[];
  readonly backward: TrialResult;
  readonly forward: TrialResult;
}

/** What is not the same in two revisions, and what bytes say of it. */
export interface RevisionReport {
  readonly changes: readonly Change[];
  /** The roots first, then each struct below them that changed and can be decoded by itself. */
  readonly trials: readonly Trial[];
}

/** Two revisions of a schema. */
export interface RevisionPair {
  readonly before: SchemaIR;
  readonly after: SchemaIR;
}

/** How two revisions are compared, and how much is tried. */
export type CompatibilityTrialOptions = CompareOptions & TrialOptions;

/**
 * Compares two revisions of a schema, and tries what the differences mean: bytes of each revision are read by the other
 * one's codec, for the root and for every struct that changed.
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

/** The same for schemas that have structs in common: what several of them hold is told and tried once. */
export function runTrialsOfAll(
  roots: readonly RevisionPair[],
  options: CompatibilityTrialOptions = {},
): RevisionReport {
  const wholes = roots.map(({ before, after }) => compareSchemas(before, after, options));
  const pairs = new Map<string, { pair: StructPair; whole: Comparison }>();
  for (const whole of wholes)
    for (const pair of whole.pairs) {
      const key = `${pair.before.name}\n${pair.after.name}`;
      // what is around a root is a pair of its own for each
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

/** Whether a change is one of more than the documentation. */
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
