import type { Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { FloatType } from '@bytewright/schema-dsl/ir';
import { FLOAT_TYPES } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { smallByte } from './extents.js';
import type { CounterPlan } from './integers.js';
import { addNumber, counterOf, counterType } from './integers.js';
import type { NodePlan, Tie } from './plan.js';
import { floatOf } from './scalars.js';
import type { NumberExpr, StructSite } from './site.js';

/** How a derived number follows from another one: `times * n / by + plus`. */
export interface AffinePlan {
  readonly times: number;
  readonly by: number;
  readonly plus: number;
  readonly isMinus: boolean;
}

/** A derived size in front of what it is the size of. */
export interface LengthPlan {
  readonly kind: 'length';
  readonly type: CounterPlan;
  readonly affine: AffinePlan;
  readonly node: NodePlan;
  readonly gap: boolean;
}

/** A derived size of two nodes together. */
export interface TotalPlan {
  readonly kind: 'total';
  readonly type: CounterPlan;
  readonly first: NodePlan;
  readonly second: NodePlan;
}

/** A derived count of a list's elements. */
export interface CountPlan {
  readonly kind: 'count';
  readonly type: CounterPlan;
  readonly affine: AffinePlan;
  readonly element: NodePlan;
  readonly gap: boolean;
}

/** A number derived from an earlier one. */
export interface SumPlan {
  readonly kind: 'sum';
  readonly type: CounterPlan;
  readonly of: number;
  readonly plus: number;
}

/** A float that is the same as an earlier number, or that is computed from one. */
export interface CopyPlan {
  readonly kind: 'copy';
  readonly type: FloatType;
  readonly of: number;
  readonly how: 'same' | 'negated' | 'half' | 'sum';
}

/** A number with a formula for each direction, or with two that must agree. */
export interface FormulaPlan {
  readonly kind: 'formula';
  readonly type: CounterPlan;
  readonly how: 'encode' | 'twice' | 'choose';
  readonly node: NodePlan;
}

const affine = fc.record({
  times: fc.constantFrom(1, 1, 1, 2, 3),
  by: fc.constantFrom(1, 1, 1, 1, 2, 4),
  plus: fc.integer({ min: 0, max: 4 }),
  isMinus: fc.boolean(),
});

export const lengthPlan = (tie: Tie): fc.Arbitrary<LengthPlan> =>
  fc.record({
    kind: fc.constant('length'),
    type: counterType,
    affine,
    node: tie('node'),
    gap: fc.boolean(),
  });

export const totalPlan = (tie: Tie): fc.Arbitrary<TotalPlan> =>
  fc.record({
    kind: fc.constant('total'),
    type: counterType,
    first: tie('node'),
    second: tie('node'),
  });

export const countPlan = (tie: Tie): fc.Arbitrary<CountPlan> =>
  fc.record({
    kind: fc.constant('count'),
    type: counterType,
    affine,
    element: fc.oneof({ weight: 3, arbitrary: tie('node') }, fc.constant({ kind: 'self' } as const)),
    gap: fc.boolean(),
  });

export const sumPlan: fc.Arbitrary<SumPlan> = fc.record({
  kind: fc.constant('sum'),
  type: counterType,
  of: fc.nat(7),
  plus: smallByte,
});

export const copyPlan: fc.Arbitrary<CopyPlan> = fc.record({
  kind: fc.constant('copy'),
  type: fc.constantFrom(...FLOAT_TYPES),
  of: fc.nat(7),
  how: fc.constantFrom('same', 'same', 'negated', 'half', 'sum'),
});

export const formulaPlan = (tie: Tie): fc.Arbitrary<FormulaPlan> =>
  fc.record({
    kind: fc.constant('formula'),
    type: counterType,
    how: fc.constantFrom('encode', 'twice', 'choose'),
    node: tie('node'),
  });

export function buildLength(plan: LengthPlan, site: StructSite): void {
  const n = site.add(dsl.derived(counterOf(plan.type, site.whole)));
  if (plan.gap) addNumber(site, 'u8');
  const x = site.add(site.node(plan.node, true));
  site.relations.push(
    ($) => $[n]?.is(affineOf(dsl.byteLength($[x] as never), plan.affine) as never) as Relation,
  );
}

export function buildTotal(plan: TotalPlan, site: StructSite): void {
  const n = site.add(dsl.derived(counterOf(plan.type, site.whole)));
  const first = site.add(site.node(plan.first));
  const second = site.add(site.node(plan.second, true));
  site.relations.push(
    ($) =>
      $[n]?.is(
        dsl.byteLength($[second] as never).plus(dsl.byteLength($[first] as never)) as never,
      ) as Relation,
  );
}

export function buildCount(plan: CountPlan, site: StructSite): void {
  const n = site.add(dsl.derived(counterOf(plan.type, site.whole)));
  if (plan.gap) addNumber(site, 'u8');
  const x = site.add(dsl.list(site.node(plan.element)));
  site.relations.push(($) => $[n]?.is(affineOf(dsl.count($[x] as never), plan.affine) as never) as Relation);
}

export function buildSum(plan: SumPlan, { whole, numbers, relations, add }: StructSite): void {
  if (numbers.length === 0) return;
  const of = numbers[plan.of % numbers.length] ?? '';
  const n = add(dsl.derived(counterOf(plan.type, whole)));
  relations.push(($) => $[n]?.is(($[of] as NumberExpr).plus(plan.plus) as never) as Relation);
}

export function buildCopy({ type, of, how }: CopyPlan, { whole, numbers, relations, add }: StructSite): void {
  if (numbers.length === 0) return;
  const names = [numbers[of % numbers.length] ?? '', numbers[(of + 1) % numbers.length] ?? ''];
  const n = add(dsl.derived(floatOf({ type, preserves: false }, whole)));
  relations.push(($) => {
    const [x, y] = names.map((name) => $[name] as NumberExpr) as [NumberExpr, NumberExpr];
    const formulas = { same: x, negated: x.times(-1), half: x.div(2), sum: x.plus(y) };
    return $[n]?.is(formulas[how] as never) as Relation;
  });
}

export function buildFormula(plan: FormulaPlan, site: StructSite): void {
  const n = site.add(dsl.derived(counterOf(plan.type, site.whole)));
  const x = site.add(site.node(plan.node, plan.how === 'twice'));
  site.relations.push(($) => {
    const size = dsl.byteLength($[x] as never);
    const is = $[n]?.is as NumberExpr['is'];
    if (plan.how === 'twice') return is(size);
    return is(
      size.gt(2).choose(1, 0),
      plan.how === 'encode' ? { encode: size.le(2).choose(0, 1) } : undefined,
    );
  });
  if (plan.how === 'twice')
    site.relations.push(($) => ($[n] as NumberExpr).is(dsl.byteLength($[x] as never).plus(0)));
}

function affineOf(of: NumberExpr, { times, by, plus, isMinus }: AffinePlan): NumberExpr {
  const whole = times === 1 ? of : of.times(times);
  const product = by === 1 ? whole : whole.div(by);
  return isMinus ? dsl.constant(50 + plus).minus(product) : plus === 0 ? product : product.plus(plus);
}
