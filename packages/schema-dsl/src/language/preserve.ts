import type { Keeping, Node, PRESERVED } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/** A node that has more than one encoding of a value, and rejects all but one unless told to preserve them. */
export interface Preservable<T, P> extends Node<T> {
  readonly [PRESERVED]: P;
}

/**
 * Keeps in the value encodings that the node would otherwise reject because the plain value cannot represent them: for a
 * `bool` bytes other than 0 and 1, for a variable-length integer its redundant bytes. Canonical encodings decode as
 * before.
 *
 * Relations see the value alone: the integer itself if it is padded, and `true` for a byte that is neither 0 nor 1.
 *
 * @example `preserve(bool)` reads `01` as true and `07` as 7
 * @example `preserve(uleb128(32))` reads `83 00` as `{ value: 3, byteLength: 2 }` and `03` as 3
 */
export function preserve<T, P>(node: Preservable<T, P>): Keeping<T, P> {
  return makeNode({ kind: 'preserve', node: requireNode(node, 'preserve()', 'preserve(node)') });
}
