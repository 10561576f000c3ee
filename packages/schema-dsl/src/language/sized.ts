import { CallError } from '../ir/call-error.js';
import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { Wrapper } from './node.js';
import { makeNode } from './node.js';
import { requireNode } from './require-node.js';

/**
 * A region of its own, which the node must fill exactly. With `toEnd` it takes the remaining bytes, minus the fields that
 * follow, which must have a fixed size: a checksum after alternatives, for example.
 *
 * @example `sized(prefix(u8), list(u16be, toEnd))` reads `Uint16Array [1, 2]` from `04 00 01 00 02`
 */
export function sized<N>(size: Size | Ending, node: N): Wrapper<N> {
  const extent = toExtent(size, 'sized()');
  if (extent === undefined)
    throw new CallError(
      'invalid-size',
      'sized()',
      'expected a size first, found undefined; pass a number, an expression, prefix(…) or toEnd',
    );
  return makeNode({ kind: 'sized', size: extent, node: requireNode(node, 'sized()', 'sized(size, node)') });
}
