import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { smallByte } from './extents.js';
import { addNumber } from './integers.js';
import type { NodePlan, Tie } from './plan.js';
import type { NumberExpr, StructSite } from './site.js';
import { partOf } from './site.js';

/** How a node depends on a version. */
export type VersionRange = 'since' | 'before' | 'between';

/** A node that is there by the value of a parameter. */
export interface ParametrisedPlan {
  readonly kind: 'parametrised';
  readonly by: 'limit' | 'level' | 'form';
  readonly how: VersionRange;
  readonly node: NodePlan;
}

/** A struct of a versioned field, whose version an earlier number gives. */
export interface VersionPlan {
  readonly kind: 'version';
  readonly from: number;
  readonly to: number;
  readonly node: NodePlan;
}

/** A node with a parameter bound to an earlier number. */
export interface BoundPlan {
  readonly kind: 'bound';
  readonly by: 'limit' | 'level';
  readonly of: number;
  readonly plus: number;
  readonly node: NodePlan;
}

/** Bound around the root. */
export const limit = dsl.parameter('limit', dsl.u8);
/** Bound nowhere but by chance. */
const level = dsl.parameter('level', dsl.u8, { default: 1 });
/** Bound nowhere, so that a root searches for it. */
const form = dsl.parameter('form', dsl.u8, { candidates: [1, 0, 2] });
/** Searched for. */
export const width = dsl.parameter('width', dsl.u8);

const parameterName = fc.constantFrom('limit', 'level');

export const parametrisedPlan = (tie: Tie): fc.Arbitrary<ParametrisedPlan> =>
  fc.record({
    kind: fc.constant('parametrised'),
    by: fc.oneof({ weight: 4, arbitrary: parameterName }, fc.constant('form' as const)),
    how: fc.constantFrom('since', 'before', 'between'),
    node: tie('node'),
  });

export const versionPlan = (tie: Tie): fc.Arbitrary<VersionPlan> =>
  fc.record({ kind: fc.constant('version'), from: smallByte, to: smallByte, node: tie('node') });

export const boundPlan = (tie: Tie): fc.Arbitrary<BoundPlan> =>
  fc.record({
    kind: fc.constant('bound'),
    by: parameterName,
    of: fc.nat(7),
    plus: smallByte,
    node: tie('node'),
  });

export function buildParametrised(plan: ParametrisedPlan, site: StructSite): Node<unknown> {
  site.whole.usesParameter ||= plan.by === 'limit';
  const by = { limit, level, form }[plan.by];
  const node = site.node(plan.node);
  if (plan.how === 'between') return dsl.between(by, 1, 3, node);
  return plan.how === 'since' ? dsl.since(by, 1, node) : dsl.before(by, 2, node);
}

export function buildVersion(plan: VersionPlan, site: StructSite): void {
  const { numbers, whole } = site;
  if (numbers.length === 0) addNumber(site, 'u8');
  const of = numbers[plan.from % numbers.length] ?? '';
  whole.usesParameter = true;
  const [low, high] = [Math.min(plan.from, plan.to), Math.max(plan.from, plan.to)];
  const node = site.node(plan.node);
  const versioned = partOf(whole, {
    x:
      low < high
        ? dsl.between(limit, low, high, node)
        : (plan.to % 2 === 0 ? dsl.since : dsl.before)(limit, low, node),
  });
  const x = site.add(versioned);
  site.relations.push(($) => $[x]?.with?.(limit.of($[of] as NumberExpr)) as dsl.Relation);
}

export function buildBound(plan: BoundPlan, site: StructSite): void {
  const { numbers } = site;
  if (numbers.length === 0) addNumber(site, 'u8');
  const of = numbers[plan.of % numbers.length] ?? '';
  const x = site.add(site.node(plan.node));
  const bound = plan.by === 'limit' ? limit : level;
  site.relations.push(($) => $[x]?.with?.(bound.of(($[of] as NumberExpr).plus(plan.plus))) as dsl.Relation);
}
