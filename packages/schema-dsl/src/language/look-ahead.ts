import type { Hidden, INNER, Infer, Node, NodeBase, VALUE } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/** A node that is decoded without being consumed, and is not in the value. */
export interface Peek<N> extends NodeBase {
  readonly [VALUE]: Infer<N> | undefined;
  readonly [INNER]: N;
  readonly hidden: true;
  example(value: NoInfer<Infer<N> | undefined>): this;
}

/**
 * Reads ahead without consuming. Not in the value; conditions of later fields can use it, where it is `undefined` if the
 * bytes do not parse.
 *
 * On encode the bytes ahead do not exist yet. Decisions that depend on a peek are made from the value, then made again
 * on the finished bytes; if they differ, the value is `ambiguous`.
 *
 * @example
 * struct('Entry', { next: peek(u8), note: optional(Note) }).where(($) => [$.note.presentWhen($.next.eq(5))])
 */
export function peek<N>(node: N): Peek<N> {
  return makeNode({ kind: 'peek', node: requireNode(node, 'peek()', 'peek(node)') });
}

/**
 * Whether `node` parses at this point: a boolean in the value, no bytes on the wire. For properties that show only
 * further on in a file, such as whether its sections have footers.
 */
export function lookahead(node: Node<unknown>): Node<boolean> {
  return makeNode({ kind: 'lookahead', node: requireNode(node, 'lookahead()', 'lookahead(node)') });
}

/** Whether `node`, which must hold no value (constants, derived fields), is present; it is consumed if so. */
export function presence(node: Node<unknown>): Node<boolean> {
  return makeNode({ kind: 'presence', node: requireNode(node, 'presence()', 'presence(node)') });
}

/** Parses only at the end of the region and consumes nothing. In a boundary it means "and nothing follows". */
export const atEnd: Hidden<undefined> = makeNode({ kind: 'atEnd' });
