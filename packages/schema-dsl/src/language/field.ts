import type { Wrapper } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/**
 * The same node, to be documented as this field: the documentation of a struct applies wherever it is used, so a field
 * that holds a struct needs its own.
 *
 * @example `{ left: field(Channel).doc('What the left ear hears.'), right: field(Channel).doc('The other one.') }`
 */
export function field<N>(node: N): Wrapper<N> {
  return makeNode({ kind: 'documented', node: requireNode(node, 'field()', 'field(node)'), annotations: {} });
}
