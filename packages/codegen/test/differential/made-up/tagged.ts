import type { Node, Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import type { NodePlan, Tie } from './plan.js';
import type { StructSite } from './site.js';

/** A union of arms with tags of all types: several of one, ranges, the same for several arms. */
export interface TaggedPlan {
  readonly kind: 'tagged';
  readonly tag: keyof typeof TAG_NODES;
  readonly isDerived: boolean;
  readonly arms: readonly ArmPlan[];
  /** Whether no two arms have a tag in common. */
  readonly areApart: boolean;
  readonly otherwise: NodePlan | undefined;
  readonly fallsBack: boolean;
  readonly followedBy: readonly NodePlan[];
}

/** An arm with tags, which are given by what they stand for in the type of the tag. */
interface ArmPlan {
  readonly tags: readonly TagsPlan[];
  readonly node: NodePlan;
}

interface TagsPlan {
  readonly from: number;
  readonly to: number;
}

const TAG_NODES = {
  number: dsl.u8,
  bigint: dsl.u64le,
  string: dsl.string(dsl.prefix(dsl.u8)),
  bytes: dsl.bytes(1),
  boolean: dsl.bool,
};

export const taggedPlan = (tie: Tie): fc.Arbitrary<TaggedPlan> =>
  fc.record({
    kind: fc.constant('tagged'),
    tag: fc.constantFrom('number', 'bigint', 'string', 'bytes', 'boolean'),
    isDerived: fc.boolean(),
    arms: fc.array(
      fc.record({
        tags: fc.array(
          fc.tuple(fc.nat(4), fc.constantFrom(0, 0, 1, 2)).map(([from, more]) => ({ from, to: from + more })),
          { minLength: 1, maxLength: 2 },
        ),
        node: tie('node'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    areApart: fc.boolean(),
    otherwise: fc.option(tie('node'), { nil: undefined, freq: 2 }),
    fallsBack: fc.boolean(),
    followedBy: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) },
    ),
  });

export function buildTagged(plan: TaggedPlan, site: StructSite): void {
  const { tag: kind, isDerived, otherwise, fallsBack, followedBy } = plan;
  const one = (n: number): number | bigint | string | Uint8Array | boolean => {
    if (kind === 'boolean') return n % 2 === 1;
    if (kind === 'bytes') return Uint8Array.of(n);
    return kind === 'string' ? String.fromCharCode(97 + n) : kind === 'bigint' ? BigInt(n) : n;
  };
  const apart = (i: number): number => (plan.areApart ? 8 * i : 0);
  const tagOf = (i: number, { from, to }: TagsPlan): unknown =>
    from === to || (kind !== 'number' && kind !== 'bigint')
      ? one(apart(i) + from)
      : dsl.range(one(apart(i) + from) as number, one(apart(i) + to) as number);
  const names = ['a', 'b', 'c-d'];
  const arms = Object.fromEntries(
    plan.arms.map(({ tags, node }, i) => {
      const all = tags.map((t) => tagOf(i, t));
      return [names[i], dsl.on((all.length === 1 ? all[0] : all) as never, site.node(node))];
    }),
  );
  const tagNode: Node<unknown> = TAG_NODES[kind];
  const tag = site.add(isDerived ? dsl.derived(tagNode) : tagNode);
  const x = site.add(
    dsl.union(arms, {
      tag: 'kind',
      ...(otherwise === undefined ? {} : { otherwise: site.node(otherwise), raw: 'unknown' }),
      ...(isDerived ? { rawTag: 'text' } : {}),
      ...(fallsBack && otherwise !== undefined ? { fallback: 'no arm fits' } : {}),
      followedBy: followedBy.map((next) => site.node(next)),
    } as never),
  );
  site.choice = x;
  site.relations.push(($) =>
    isDerived
      ? ($[tag]?.is(dsl.tagOf($[x] as never) as never) as Relation)
      : ($[x]?.tag?.($[tag]) as Relation),
  );
}
