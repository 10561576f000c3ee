import type { Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { vowels } from '../own-code.js';
import { external } from './external.js';
import type { IntegerPlan, VarintPlan } from './integers.js';
import { addNumber, integerPlan, isNumber, varintPlan } from './integers.js';
import type { NodePlan, Tie } from './plan.js';
import type { FloatPlan } from './scalars.js';
import { buildFlags, floatPlan } from './scalars.js';
import type { NumberExpr, References, StructSite } from './site.js';

/** What a condition compares an earlier number with. */
export interface ConditionPlan {
  readonly of: number;
  readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
  readonly value: number;
  readonly isNegated: boolean;
  /** What it is joined with, if anything. */
  readonly also: { readonly op: 'and' | 'or'; readonly of: number; readonly below: number } | undefined;
}

/** An optional node behind a flag: a derived one, or a bit of a flag set. */
export interface FlaggedPlan<Kind extends 'flagged' | 'setFlag'> {
  readonly kind: Kind;
  readonly node: NodePlan;
}

/** A node that is there where a condition holds. */
export interface ConditionalPlan {
  readonly kind: 'conditional';
  readonly when: ConditionPlan;
  readonly node: NodePlan;
  readonly isHidden: boolean;
}

/** A number that is there where a condition holds, and of which later conditions and formulas speak all the same. */
export interface MaybeNumberPlan {
  readonly kind: 'maybeNumber';
  readonly when: ConditionPlan;
  readonly node: IntegerPlan<'integer'> | VarintPlan | FloatPlan;
}

/** What is asked of a text. */
export type TextTest = 'startsWith' | 'size' | 'afterLast' | 'matches' | 'computed';

/** A node that is there where a text is as asked. */
export interface TestedPlan {
  readonly kind: 'tested';
  readonly test: TextTest;
  readonly node: NodePlan;
}

/** A condition that must hold. */
export interface CheckPlan {
  readonly kind: 'check';
  readonly when: ConditionPlan;
}

const condition = fc.record({
  of: fc.nat(7),
  op: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'),
  value: fc.integer({ min: 0, max: 6 }),
  isNegated: fc.boolean(),
  also: fc.option(
    fc.record({ op: fc.constantFrom('and', 'or'), of: fc.nat(7), below: fc.integer({ min: 1, max: 9 }) }),
    { nil: undefined, freq: 2 },
  ),
}) satisfies fc.Arbitrary<ConditionPlan>;

export const flaggedPlan = (tie: Tie): fc.Arbitrary<FlaggedPlan<'flagged'> | FlaggedPlan<'setFlag'>> =>
  fc.record({
    kind: fc.constantFrom('flagged', 'setFlag'),
    node: fc.oneof({ weight: 4, arbitrary: tie('node') }, fc.constant({ kind: 'self' } as const)),
  }) as fc.Arbitrary<FlaggedPlan<'flagged'> | FlaggedPlan<'setFlag'>>;

export const conditionalPlan = (tie: Tie): fc.Arbitrary<ConditionalPlan> =>
  fc.record({
    kind: fc.constant('conditional'),
    when: condition,
    node: tie('node'),
    isHidden: fc.boolean(),
  });

export const maybeNumberPlan: fc.Arbitrary<MaybeNumberPlan> = fc.record({
  kind: fc.constant('maybeNumber'),
  when: condition,
  node: fc.oneof(integerPlan, varintPlan, floatPlan),
});

export const testedPlan = (tie: Tie): fc.Arbitrary<TestedPlan> =>
  fc.record({
    kind: fc.constant('tested'),
    test: fc.constantFrom('startsWith', 'size', 'afterLast', 'matches', 'computed'),
    node: tie('node'),
  });

export const checkPlan: fc.Arbitrary<CheckPlan> = fc.record({
  kind: fc.constant('check'),
  when: condition,
});

export function buildFlagged({ node }: FlaggedPlan<'flagged'>, site: StructSite): void {
  const flag = site.add(dsl.derived(dsl.bool));
  const x = site.add(dsl.optional(site.node(node)));
  site.relations.push(($) => $[flag]?.is(dsl.present($[x] as never) as never) as Relation);
}

export function buildSetFlag({ node }: FlaggedPlan<'setFlag'>, site: StructSite): void {
  const set = site.add(buildFlags({ type: 'u8', bits: [0, 7], isStrict: false }, site));
  const x = site.add(dsl.optional(site.node(node)));
  site.relations.push(($) => $[x]?.presentWhen?.($[set]?.$.flag7) as Relation);
}

export function buildConditional(plan: ConditionalPlan, site: StructSite): void {
  if (site.numbers.length === 0) addNumber(site, 'u8');
  const known = [...site.numbers];
  const optional = dsl.optional(site.node(plan.node));
  const x = site.add(plan.isHidden ? dsl.derived(optional) : optional);
  site.relations.push(($) => $[x]?.presentWhen?.(conditionOf(plan.when, known, $)) as Relation);
}

export function buildMaybeNumber({ node, when }: MaybeNumberPlan, site: StructSite): void {
  if (site.numbers.length === 0) addNumber(site, 'u8');
  const known = [...site.numbers];
  const x = site.add(dsl.optional(site.node(node)));
  if (isNumber(node)) site.numbers.push(x);
  site.relations.push(($) => $[x]?.presentWhen?.(conditionOf(when, known, $)) as Relation);
}

export function buildTested(plan: TestedPlan, site: StructSite): void {
  const text = site.add(dsl.string(dsl.prefix(dsl.u8)));
  const x = site.add(dsl.optional(site.node(plan.node)));
  site.relations.push(($) => $[x]?.presentWhen?.(tested($[text] as never, plan.test)) as Relation);
}

export function buildCheck(plan: CheckPlan, { numbers, relations }: StructSite): void {
  if (numbers.length === 0) return;
  const known = [...numbers];
  relations.push(($) => dsl.check(conditionOf(plan.when, known, $)));
}

function conditionOf(
  { of, op, value, isNegated, also }: ConditionPlan,
  numbers: readonly string[],
  $: References,
): dsl.Expr<boolean> {
  const compared = (index: number): NumberExpr => $[numbers[index % numbers.length] ?? ''] as NumberExpr;
  const result = compared(of)[op](value);
  const whole = also === undefined ? result : result[also.op](compared(also.of).lt(also.below));
  return isNegated ? whole.not() : whole;
}

/** Whether a text is as it may be. */
function tested(text: dsl.Expr<string>, test: TextTest): dsl.Expr<boolean> {
  switch (test) {
    case 'startsWith':
      return text.startsWith('a');
    case 'size':
      return text.size().ge(2);
    case 'afterLast':
      return text.afterLast('/').eq('it');
    case 'matches':
      return text.matches(/^[a-c]+$/);
    case 'computed':
      return dsl.computed(external('vowels', vowels), text).eq(1);
  }
}
