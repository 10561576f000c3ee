import type { Node, Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { smallByte } from './extents.js';
import { limit, width } from './parameters.js';
import type { NodePlan, Tie } from './plan.js';
import type { NumberExpr, StructSite } from './site.js';
import { partOf } from './site.js';

/** The first of some nodes that fits. */
export interface FirstOfPlan {
  readonly kind: 'firstOf';
  readonly arms: readonly NodePlan[];
  readonly followedBy: readonly NodePlan[];
}

/** A parameter that is searched for. */
export interface SearchPlan {
  readonly kind: 'search';
  readonly values: readonly number[];
  readonly node: NodePlan;
  readonly followedBy: readonly NodePlan[];
}

/** Whether a node could be read here. */
export interface LookaheadPlan {
  readonly kind: 'lookahead';
  readonly node: NodePlan;
}

/** Something without a value that may be there. */
export interface PresencePlan {
  readonly kind: 'presence';
  readonly mark: number;
  readonly isStruct: boolean;
}

/** A node that is there by the next byte. */
export interface PeekedPlan {
  readonly kind: 'peeked';
  readonly value: number;
  readonly node: NodePlan;
}

export const firstOfPlan = (tie: Tie): fc.Arbitrary<FirstOfPlan> =>
  fc.record({
    kind: fc.constant('firstOf'),
    arms: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    followedBy: fc.array(tie('node'), { maxLength: 1 }),
  });

export const searchPlan = (tie: Tie): fc.Arbitrary<SearchPlan> =>
  fc.record({
    kind: fc.constant('search'),
    values: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
    node: tie('node'),
    followedBy: fc.array(tie('node'), { maxLength: 2 }),
  });

export const lookaheadPlan = (tie: Tie): fc.Arbitrary<LookaheadPlan> =>
  fc.record({ kind: fc.constant('lookahead'), node: tie('node') });

export const presencePlan: fc.Arbitrary<PresencePlan> = fc.record({
  kind: fc.constant('presence'),
  mark: smallByte,
  isStruct: fc.boolean(),
});

export const peekedPlan = (tie: Tie): fc.Arbitrary<PeekedPlan> =>
  fc.record({ kind: fc.constant('peeked'), value: smallByte, node: tie('node') });

export function buildFirstOf(plan: FirstOfPlan, site: StructSite): Node<unknown> {
  const names = ['a', 'b-c', '7z'];
  const arms = Object.fromEntries(plan.arms.map((arm, i) => [names[i], site.node(arm)]));
  return dsl.firstOf(arms, { followedBy: plan.followedBy.map((next) => site.node(next)) });
}

export function buildSearch(plan: SearchPlan, site: StructSite): Node<unknown> {
  const searched = plan.values.length % 2 === 0 ? limit : width;
  const part = partOf(site.whole, { data: dsl.bytes(searched), x: site.node(plan.node) });
  const followedBy = plan.followedBy.map((next) => site.node(next));
  return dsl.search(searched, plan.values as [number], part as never, { followedBy });
}

export function buildLookahead({ node }: LookaheadPlan, site: StructSite): void {
  site.add(dsl.lookahead(site.node(node)));
}

export function buildPresence({ mark, isStruct }: PresencePlan, { add, whole }: StructSite): void {
  const literal = dsl.literal(dsl.u8, mark);
  add(dsl.presence(isStruct ? partOf(whole, { mark: literal, more: dsl.padding(2) }) : literal));
}

export function buildPeeked({ value, node }: PeekedPlan, site: StructSite): void {
  const peeked = site.add(dsl.peek(dsl.u8));
  const x = site.add(dsl.optional(site.node(node)));
  site.relations.push(($) => $[x]?.presentWhen?.(($[peeked] as NumberExpr).eq(value)) as Relation);
}
