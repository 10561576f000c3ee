import * as fc from 'fast-check';
import type { NumericNode, NumericTraits } from '../../ir/nodes/numeric.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import { constraintOf } from '../constraints/constraint.js';
import { Unsatisfiable } from './generation-budget.js';
import type { Generate, Place } from './place.js';
import type { Source } from './weighted-union.js';
import { pickFrom, weightedUnion } from './weighted-union.js';

/**
 * Any integer in the range allowed by the type and the checks; range limits, powers of two and hints are more frequent.
 */
export const integer: Generate<NumericNode> = (node, place) => integersOf(numericTraits(node), place);

/** Integers that a type can hold, for any kind of node; like {@link integer}. */
export function integersOf(traits: NumericTraits, { scope, field, hints }: Place): fc.Arbitrary<unknown> {
  const { min, max } = field && scope.struct ? constraintOf(scope.struct, field.name, traits) : traits;
  if (min > max) throw new Unsatisfiable(`no ${traits.label} satisfies the checks`);
  const fits = (n: bigint): boolean => min <= n && n <= max;
  const edges = [min, min + 1n, max, max - 1n, ...EDGES].filter(fits);
  const hinted = hints.flatMap(({ path, value }) => (path.length === 0 ? toBigint(value) : [])).filter(fits);
  return traits.bigint
    ? blend(fc.bigInt({ min, max }), edges, hinted)
    : blend(fc.integer({ min: Number(min), max: Number(max) }), edges.map(Number), hinted.map(Number));
}

/** Limits at which the encoding of integers changes, for any type. */
const EDGES: readonly bigint[] = [
  ...[0n, 1n, -1n],
  ...[6n, 7n, 8n, 14n, 15n, 16n, 23n, 24n, 31n, 32n, 47n, 48n, 53n, 63n, 64n, 127n].flatMap((bits) => {
    const power = 1n << bits;
    return [power - 1n, power, -power, -power - 1n];
  }),
];

function blend<T>(base: fc.Arbitrary<T>, edges: readonly T[], hinted: readonly T[]): fc.Arbitrary<T> {
  const hints: Source<T>[] = hinted.length > 0 ? [{ weight: 6, arbitrary: pickFrom(hinted) }] : [];
  return weightedUnion({ weight: 4, arbitrary: base }, { weight: 2, arbitrary: pickFrom(edges) }, ...hints);
}

function toBigint(value: unknown): bigint[] {
  if (typeof value === 'bigint') return [value];
  return Number.isSafeInteger(value) ? [BigInt(value as number)] : [];
}
