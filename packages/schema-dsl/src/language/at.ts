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
 * A field at an offset of its own, counted from the start of its struct. The offset is a constant, an expression of
 * parameters, or said by `$.field.at(…)` in terms of earlier fields, which keep it in the value: so real files, laid out
 * in any order, are reproduced as they are. The next field without an offset follows the one before as if this one were
 * not there.
 *
 * A struct with such a field takes all of its region, which is the input or what a length bounds. Every byte there is
 * held by exactly one field: two that hold the same byte are an `overlap`, and what none holds is for `gaps()`, or else
 * `unclaimed-bytes`.
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
      `expected an offset that is a non-negative integer or an expression, or a node, found ${describeArgument(first)}; write such as at(8, node)`,
    );
  return makeNode({
    kind: 'at',
    offset: toExpression(first),
    node: requireNode(second, 'at()', 'at(offset, node)'),
  });
}

/** Nodes that lie at the offsets which another list has. */
export interface AtEach<N> extends NodeBase {
  readonly [VALUE]: Infer<N>[];
  readonly eachNode: N;
  example(value: NoInfer<Infer<N>[]>): this;
}

/**
 * A node for each element of an earlier list, at an offset that the element says: `$.contents.atEach($.sections, ($s) =>
 * ({ offset: $s.offset, size: $s.size }))`. The value is an array, parallel to the list. Where some elements have none,
 * the node is `optional(…)`, and `when` says which.
 *
 * Overlaps and gaps are as for `at()`.
 */
export function atEach<N>(node: N): AtEach<N> {
  return makeNode({ kind: 'atEach', node: requireNode(node, 'atEach()', 'atEach(node)') });
}

/**
 * A field at the end of its struct's region, wherever that begins: at the last place from which the node parses exactly
 * to the end. The node has a bounded size. An encoder refuses, as `ambiguous`, a value in which it would be found later.
 *
 * @example a ZIP file ends with a record that ends with a comment: `end: tail(EndOfCentralDirectory)`
 */
export function tail<N>(node: N): Wrapper<N> {
  return makeNode({ kind: 'tail', node: requireNode(node, 'tail()', 'tail(node)') });
}

/**
 * The bytes of a struct's region that none of its other fields holds: the longest ranges, in order, each with its
 * offset from the start of the struct. It is the last field.
 */
export function gaps(): Node<Gap[]> {
  return makeNode({ kind: 'gaps' });
}
