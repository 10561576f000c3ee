import type { Node, Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { IntegerType } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { smallByte } from './extents.js';
import { INTEGERS, integerOf, integerPlan, integerType, lengthType } from './integers.js';
import type { NodePlan, Tie } from './plan.js';
import type { NumberExpr, References, StructSite } from './site.js';
import { partOf } from './site.js';

/** A struct with fields at offsets, in a region of its own. */
export interface PlacedPlan {
  readonly kind: 'placed';
  readonly type: IntegerType;
  readonly first: NodePlan;
  readonly each: NodePlan;
  /** What is behind the fields at offsets, in the order of fields. */
  readonly behind: NodePlan | undefined;
  /** The type of what is found from behind. */
  readonly tail: IntegerType | undefined;
  readonly isOptional: boolean;
  readonly hasGaps: boolean;
  /** Whether what lies at an offset, and what is found from behind, is one of several, by a tag that is kept or derived. */
  readonly tag: 'none' | 'kept' | 'derived';
  readonly hasChecksum: boolean;
}

/** Padding up to a multiple. */
export interface AlignPlan {
  readonly kind: 'align';
  readonly to: number;
  readonly fill: number;
  readonly keep: boolean;
}

/** A derived offset of a later field. */
export interface OffsetPlan {
  readonly kind: 'offset';
  readonly type: IntegerType;
  readonly plus: number;
  readonly between: NodePlan;
  readonly node: NodePlan;
  /** Whether the number is where the node ends, so that it bounds it. */
  readonly isEnd: boolean;
}

export const placedPlan = (tie: Tie): fc.Arbitrary<PlacedPlan> =>
  fc.record({
    kind: fc.constant('placed'),
    type: fc.constantFrom<IntegerType>('u8', 'u16be', 'u64le', 'i8'),
    first: fc.oneof(tie('node'), integerPlan),
    each: fc.oneof(tie('node'), integerPlan),
    behind: fc.option(tie('node'), { nil: undefined }),
    tail: fc.option(integerType, { nil: undefined, freq: 2 }),
    isOptional: fc.boolean(),
    hasGaps: fc.boolean(),
    tag: fc.constantFrom('none', 'kept', 'derived'),
    hasChecksum: fc.boolean(),
  });

export const alignPlan: fc.Arbitrary<AlignPlan> = fc.record({
  kind: fc.constant('align'),
  to: fc.constantFrom(1, 2, 4, 8, 3),
  fill: fc.constantFrom(0, 0, 1),
  keep: fc.boolean(),
});

export const offsetPlan = (tie: Tie): fc.Arbitrary<OffsetPlan> =>
  fc.record({
    kind: fc.constant('offset'),
    type: lengthType,
    plus: smallByte,
    between: tie('node'),
    node: tie('node'),
    isEnd: fc.boolean(),
  });

export function buildPlaced(plan: PlacedPlan, site: StructSite): Node<unknown> {
  const { type, isOptional, hasGaps, tag, hasChecksum } = plan;
  const { whole } = site;
  const each = site.node(plan.each);
  const Entry = partOf(whole, { kind: dsl.u8, at: INTEGERS[type] });
  const first = tagged(tag, site.node(plan.first), dsl.u8);
  // something that can be found from behind
  const End =
    plan.tail === undefined
      ? undefined
      : partOf(whole, { mark: dsl.literal(dsl.u8, 9), x: integerOf(plan.tail, whole) });
  const key = (): Node<unknown> => (tag === 'derived' ? dsl.derived(dsl.u8) : dsl.u8);
  const isTagOptional = isOptional && tag !== 'derived'; // what may be absent has no tag to derive
  const fields = {
    offset: dsl.u8,
    ...(tag === 'none' ? {} : { first: key(), ...(End === undefined ? {} : { last: key() }) }),
    ...(hasChecksum ? { sum: dsl.derived(dsl.u32be) } : {}),
    entries: dsl.list(Entry, dsl.prefix(dsl.u8)),
    data: dsl.at(isTagOptional ? dsl.optional(first) : first),
    items: dsl.atEach(isOptional ? dsl.optional(each) : each),
    ...(plan.behind === undefined ? {} : { x: site.node(plan.behind) }),
    ...(End === undefined ? {} : { end: dsl.tail(tagged(tag, End, dsl.literal(dsl.u16be, 7))) }),
    ...(hasGaps ? { limit: dsl.gaps() } : {}),
  };
  const number = (e: NumberExpr): NumberExpr =>
    type.includes('64') ? (e as unknown as dsl.Expr<bigint>).toNumber() : e;
  const placed = partOf(whole, fields).where(($) => [
    $.data?.at?.($.offset),
    ...(isTagOptional ? [$.data?.presentWhen?.(($.offset as NumberExpr).gt(0))] : []),
    ...(tag === 'kept' ? [$.data?.tag?.($.first), ...(End === undefined ? [] : [$.end?.tag?.($.last)])] : []),
    ...(tag === 'derived'
      ? [
          $.first?.is(dsl.tagOf($.data as never) as never),
          ...(End === undefined ? [] : [$.last?.is(dsl.tagOf($.end as never) as never)]),
        ]
      : []),
    ...(hasChecksum
      ? [
          $.sum?.is(
            dsl.crc32(
              dsl.span($.data as never, $.data as never),
              ...(End === undefined ? [] : [dsl.span($.entries as never, $.end as never)]),
            ) as never,
          ),
        ]
      : []),
    $.items?.atEach?.($.entries, ($e: References) => ({
      offset: number($e.at as NumberExpr),
      ...(isOptional ? { when: ($e.kind as NumberExpr).ne(0) } : {}),
    })),
  ]);
  return dsl.sized(dsl.prefix(dsl.u16be), placed);
}

function tagged(tag: PlacedPlan['tag'], one: Node<unknown>, other: Node<unknown>): Node<unknown> {
  return tag === 'none' ? one : dsl.union({ one: dsl.on(1, one), other: dsl.on(2, other) });
}

export function buildAlign({ to, fill, keep }: AlignPlan, { add }: StructSite): void {
  add(dsl.align(to, { fill, keep } as { fill: number; keep: true }));
}

export function buildOffset(plan: OffsetPlan, site: StructSite): void {
  const { type, plus, isEnd } = plan;
  const n = site.add(dsl.derived(integerOf(type, site.whole)));
  site.add(site.node(plan.between));
  const x = site.add(site.node(plan.node, isEnd));
  site.relations.push(($) => {
    const offset = dsl.offsetOf($[x] as never).plus(plus);
    return $[n]?.is((isEnd ? offset.plus(dsl.byteLength($[x] as never)) : offset) as never) as Relation;
  });
}
