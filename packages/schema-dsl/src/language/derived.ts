import type { Hidden, Node } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/**
 * On the wire but not in the value: a field computed from others. A relation in `.where()` says how, unless the node
 * holds no value of its own (an optional footer, say).
 *
 * @example
 * struct('Text', { length: derived(u16be), text: string() }).where(($) => [$.length.is(byteLength($.text))])
 * // { text: 'hi' } is 00 02 68 69
 */
export function derived<T>(node: Node<T>): Hidden<T> {
  return makeNode({ kind: 'derived', node: requireNode(node, 'derived()', 'derived(node)') });
}
