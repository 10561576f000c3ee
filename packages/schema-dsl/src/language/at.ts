import type { Gap } from '@bytewright/runtime';
import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import { isExpr, toExpression } from './expression.js';
import type { Infer, Node, NodeBase, VALUE, Wrapper } from './node.js';
import { isNode, makeNode } from './node.js';
import { requireNode } from './require-node.js';

export type { Gap } from '@bytewright/runtime';

/**
 * A field at its own offset, counted from the start of its struct. The offset is a constant, an expression over
 * parameters, or given by `$.field.at(…)` in terms of earlier fields. Those stay in the value, so real files, laid out in
 * any order, round-trip unchanged. The next field without an offset follows the previous one as if this field did not
 * exist.
 *
 * A struct with such a field takes its whole region: the input, or whatever a length bounds. Every byte of the region
 * belongs to exactly one field: two fields that share a byte are an `overlap`, and bytes that belong to none go to
 * `gaps()`, or are `unclaimed-bytes`.
 *
 * @example
 * struct('Font', { nameOffset: u16be, name: at(string(prefix(u8))), rest: gaps() })
 *   .where(($) => [$.name.at($.nameOffset)]);
 * // 00 04 ca fe 02 68 69 is { nameOffset: 4, name: 'hi', rest: [{ offset: 2, bytes: ca fe }] }
 */
export function at<N>(node: N): Wrapper<N>;
export function at<N>(offset: number | Expr<number>, node: N): Wrapper<N>;
export function at<N>(first: N | number | Expr<number>, second?: N): Wrapper<N> {
  if (isNode(first)) return makeNode({ kind: 'at', offset: undefined, node: first });
  const isOffset = isExpr(first) || (Number.isSafeInteger(first) && Number(first) >= 0);
  if (!isOffset || Object.is(first, -0))
    throw new CallError(
      'invalid-size',
      'at()',
      `expected a node, or an offset that is a non-negative integer or an expression, found ${describeArgument(first)}; write, for example, at(8, node)`,
    );
  return makeNode({
    kind: 'at',
    offset: toExpression(first),
    node: requireNode(second, 'at()', 'at(offset, node)'),
  });
}

/** Nodes at offsets that come from the elements of another list. */
export interface AtEach<N> extends NodeBase {
  readonly [VALUE]: Infer<N>[];
  readonly eachNode: N;
  example(value: NoInfer<Infer<N>[]>): this;
}

/**
 * A node for each element of an earlier list, at an offset taken from the element: `$.contents.atEach($.sections, ($s) =>
 * ({ offset: $s.offset, size: $s.size }))`. The value is an array, parallel to the list. If some elements have no node,
 * make it `optional(…)` and let `when` say which do.
 *
 * Overlaps and gaps are treated as for `at()`.
 */
export function atEach<N>(node: N): AtEach<N> {
  return makeNode({ kind: 'atEach', node: requireNode(node, 'atEach()', 'atEach(node)') });
}

/**
 * A field at the end of its struct's region, wherever it begins: it is placed at the last offset from which the node
 * parses exactly to the end. The node must have a bounded size. Encoding rejects, as `ambiguous`, a value in which the
 * node would be found at a later offset.
 *
 * @example a ZIP file ends with a record that ends with a comment: `end: tail(EndOfCentralDirectory)`
 */
export function tail<N>(node: N): Wrapper<N> {
  return makeNode({ kind: 'tail', node: requireNode(node, 'tail()', 'tail(node)') });
}

/**
 * The bytes of a struct's region that belong to none of its other fields: maximal ranges, in order, each with its
 * offset from the start of the struct. It must be the last field.
 */
export function gaps(): Node<Gap[]> {
  return makeNode({ kind: 'gaps' });
}
