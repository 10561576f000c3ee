import type { Node, Relation } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import type { NodePlan, Tie } from './plan.js';
import type { StructSite } from './site.js';

/** Something that stands twice, or is held against another of its kind. */
export interface MirrorPlan {
  readonly kind: 'mirror';
  readonly node: NodePlan;
  /** Whether the second one is derived, must equal the first or differ, or says by that whether a byte follows. */
  readonly how: 'derived' | 'equal' | 'different' | 'decides';
  /** Whether the second one, if derived, comes first. */
  readonly isInFront: boolean;
}

export const mirrorPlan = (tie: Tie): fc.Arbitrary<MirrorPlan> =>
  fc.record({
    kind: fc.constant('mirror'),
    node: tie('node'),
    how: fc.constantFrom('derived', 'derived', 'equal', 'different', 'decides'),
    isInFront: fc.boolean(),
  });

export function buildMirror({ node, how, isInFront }: MirrorPlan, site: StructSite): void {
  const one: Node<unknown> = site.node(node);
  const copy = (): string => site.add(how === 'derived' ? dsl.derived(one) : one);
  const before = isInFront ? copy() : '';
  const x = site.add(one);
  const y = isInFront ? before : copy();
  const more = how === 'decides' ? site.add(dsl.optional(dsl.u8)) : '';
  site.relations.push(($) => {
    const other = $[x] as never;
    switch (how) {
      case 'derived':
        return $[y]?.is(other) as Relation;
      case 'equal':
        return dsl.check($[y]?.eq(other) as never, 'the same twice');
      case 'different':
        return dsl.check($[y]?.ne(other) as never, 'two that differ');
      case 'decides':
        return $[more]?.presentWhen?.($[y]?.eq(other)) as Relation;
    }
  });
}
