import type { Keeping, Node, PRESERVED } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/** A node with more than one encoding of a value, which refuses all but one unless told to preserve them. */
export interface Preservable<T, P> extends Node<T> {
  readonly [PRESERVED]: P;
}

/**
 * Keeps in the value what the node would refuse because its value could not tell: for a `bool` other bytes than 0 and
 * 1, for an integer of variable length the bytes that it does not need. What the node accepts by itself looks as ever.
 *
 * Relations see the value alone: of a padded integer the integer, of a byte that is neither 0 nor 1 `true`.
 *
 * @example `preserve(bool)` reads `01` as true and `07` as 7
 * @example `preserve(uleb128(32))` reads `83 00` as `{ value: 3, byteLength: 2 }` and `03` as 3
 */
export function preserve<T, P>(node: Preservable<T, P>): Keeping<T, P> {
  return makeNode({ kind: 'preserve', node: requireNode(node, 'preserve()', 'preserve(node)') });
}
