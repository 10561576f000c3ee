import type { ElementEnding } from './element.js';
import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { ARRAY, ELEMENT, Infer, NodeBase, VALUE } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/** A list node: plain integers decode to a typed array, anything else to an array. */
export interface ListOf<N> extends NodeBase {
  readonly [VALUE]: ArrayOf<N>;
  readonly [ELEMENT]: N;
  example(value: NoInfer<ArrayOf<N>>): this;
}

type ArrayOf<N> = N extends { readonly [ARRAY]: infer A } ? A : Infer<N>[];

/**
 * Consecutive elements: a fixed count, a count from earlier fields, `prefix(…)`, `toEnd`, `endsWith(…)`, `endsAfter(…)` or
 * `whilePeek(…)`. Without any of these, a relation on `count($.list)` or `byteLength($.list)` must end it.
 *
 * A count is checked against the remaining bytes before anything is allocated.
 *
 * @example `list(u16be, prefix(u8))` reads `Uint16Array [1, 2]` from `02 00 01 00 02`
 */
export function list<N>(
  element: N,
  size?: Size | Ending<'list' | 'any'> | ElementEnding<NoInfer<N>>,
): ListOf<N> {
  // N is a node; leaving it unconstrained lets a recursive getter be inferred (no cycle through a constraint).
  return makeNode({
    kind: 'list',
    element: requireNode(element, 'list()', 'list(element, size)'),
    extent: toExtent(size, 'list()'),
  });
}
