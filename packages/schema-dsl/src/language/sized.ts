import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { Node, Wrapper } from './node.js';
import { makeNode } from './node.js';

/**
 * A region of its own, which the node must fill exactly. With `toEnd` it takes what is left, and leaves room for the fields
 * behind it, which must be as large whatever they hold: a checksum behind alternatives, for example.
 *
 * @example `sized(prefix(u8), list(u16be, toEnd))` reads `Uint16Array [1, 2]` from `04 00 01 00 02`
 */
export function sized<N>(size: Size | Ending, node: N): Wrapper<N> {
  const extent = toExtent(size);
  if (extent === undefined) throw new TypeError('sized() needs a size');
  return makeNode({ kind: 'sized', size: extent, node: node as Node<unknown> });
}
