import type { Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { addNumber } from './integers.js';
import type { NodePlan, Tie } from './plan.js';
import { MEMBERS } from './scalars.js';
import type { NumberExpr, StructSite } from './site.js';

const openMembers = dsl.openEnumeration(dsl.uleb128(14), MEMBERS);
const members = dsl.enumeration(dsl.u8, MEMBERS);

/** Kinds of tags: the field that holds it, and what stands for the arms. */
const TAGS = {
  number: { node: dsl.u8, of: [0, 1, 2] },
  bigint: { node: dsl.u64be, of: [0n, 1n, 2n] },
  string: { node: dsl.string(dsl.prefix(dsl.u8)), of: ['a', 'b', 'it'] },
  derived: { node: dsl.derived(dsl.string(1)), of: ['a', 'b', 'c'] },
  derivedNumber: { node: dsl.derived(dsl.u16be), of: [0, 1, 2] },
  member: { node: dsl.openEnumeration(dsl.u8, MEMBERS), of: ['a', 'b', 'it'] },
  derivedMember: { node: dsl.derived(members), of: ['a', 'it', 'b'] },
  openMember: { node: dsl.derived(openMembers), of: ['a', 7, 'it'] },
  bytes: {
    node: dsl.bytes(1),
    of: [Uint8Array.of(0), [Uint8Array.of(1), Uint8Array.of(2)], Uint8Array.of(3)],
  },
  ranges: { node: dsl.u8, of: [dsl.range(0, 1), [2, dsl.range(4, 6)], 3] },
  derivedRanges: { node: dsl.derived(dsl.u8), of: [dsl.range(0, 1), 2, [3, 5]] },
  expression: { node: dsl.u8, of: [1, [2, 3], 4] },
  float: { node: dsl.f32be, of: [0, [1, 2], -1] },
  derivedFloat: { node: dsl.derived(dsl.f16be), of: [0, 1, -1] },
  tried: { node: dsl.u8, of: [0, [0], 1] },
} as const;
const DERIVED: ReadonlySet<keyof typeof TAGS> = new Set([
  'derived',
  'derivedNumber',
  'derivedRanges',
  'derivedMember',
  'openMember',
  'derivedFloat',
]);

/** A union whose tag is of one of several kinds. */
export interface ChoicePlan {
  readonly kind: 'choice';
  readonly tag: keyof typeof TAGS;
  readonly arms: readonly NodePlan[];
  readonly otherwise: NodePlan | undefined;
  readonly isFallback: boolean;
  readonly demand: NodePlan | undefined;
}

export const choicePlan = (tie: Tie): fc.Arbitrary<ChoicePlan> =>
  fc.record({
    kind: fc.constant('choice'),
    tag: fc.constantFrom(...(Object.keys(TAGS) as (keyof typeof TAGS)[]), 'tried'),
    arms: fc.array(tie('node'), { maxLength: 3 }),
    otherwise: fc.option(tie('node'), { nil: undefined }),
    isFallback: fc.boolean(),
    demand: fc.option(tie('node'), { nil: undefined, freq: 3 }),
  });

export function buildChoice(plan: ChoicePlan, site: StructSite): void {
  const { tag: kind, arms, otherwise, isFallback, demand } = plan;
  const isMember = kind === 'derivedMember' || kind === 'openMember';
  const isDerived = DERIVED.has(kind);
  const tag = kind === 'number' ? addNumber(site, 'u8') : site.add(TAGS[kind].node);
  const names = ['a', 'b', 'c-d'];
  const all = Object.fromEntries(
    arms.map((arm, i) => [names[i], dsl.on((TAGS[kind].of[i] ?? 0) as never, site.node(arm))]),
  );
  const x = site.add(
    dsl.union(all, {
      tag: 'kind',
      value: 'content',
      ...(otherwise === undefined ? {} : { otherwise: site.node(otherwise), raw: 'unknown' }),
      ...(isDerived && (otherwise !== undefined || kind === 'derivedRanges') ? { rawTag: 'text' } : {}),
      ...(isFallback && otherwise !== undefined ? { fallback: 'no arm fits' } : {}),
      ...(isMember && otherwise !== undefined ? { tags: kind === 'openMember' ? openMembers : members } : {}),
    } as never),
  );
  site.choice = x;
  site.relations.push(($) =>
    isDerived
      ? ($[tag]?.is(dsl.tagOf($[x] as never) as never) as Relation)
      : ($[x]?.tag?.(kind === 'expression' ? ($[tag] as NumberExpr).plus(1) : $[tag]) as Relation),
  );
  if (demand === undefined) return;
  const next = site.node(demand);
  site.relations.push(($) => $[x]?.followedBy?.(next) as Relation);
}
