import type { Hidden, INNER, Infer, Node, NodeBase, VALUE } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/** A node that is only looked at, and in no value. */
export interface Peek<N> extends NodeBase {
  readonly [VALUE]: Infer<N> | undefined;
  readonly [INNER]: N;
  readonly hidden: true;
  example(value: NoInfer<Infer<N> | undefined>): this;
}

/**
 * Reads ahead without consuming. Not in the value; conditions of later fields may use it, and it is `undefined`
 * there where the bytes do not parse.
 *
 * On encode the bytes ahead do not exist yet; decisions that rest on a peek are made from the value, then made
 * once more on the finished bytes, and a difference is `ambiguous`.
 *
 * @example
 * struct('Entry', { next: peek(u8), note: optional(Note) }).where(($) => [$.note.presentWhen($.next.eq(5))])
 */
export function peek<N>(node: N): Peek<N> {
  return makeNode({ kind: 'peek', node: requireNode(node, 'peek()', 'peek(node)') });
}

/**
 * Whether `node` parses from here on: in the value as a boolean, on the wire as nothing. For what a file shows
 * only further on, such as whether its sections have footers.
 */
export function lookahead(node: Node<unknown>): Node<boolean> {
  return makeNode({ kind: 'lookahead', node: requireNode(node, 'lookahead()', 'lookahead(node)') });
}

/** Whether `node`, which must hold no value (constants, derived fields), is here; consumed if so. */
export function presence(node: Node<unknown>): Node<boolean> {
  return makeNode({ kind: 'presence', node: requireNode(node, 'presence()', 'presence(node)') });
}

/** Parses only where the region ends; consumes nothing. Within a boundary: "and nothing follows". */
export const atEnd: Hidden<undefined> = makeNode({ kind: 'atEnd' });
