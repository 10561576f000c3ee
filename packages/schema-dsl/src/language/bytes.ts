import type { Ending, Size } from './extent.js';
import { toExtent } from './extent.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/**
 * Raw bytes. Without a size, they need a relation that bounds them, such as `$.length.is(byteLength($.data))`.
 *
 * @example `bytes(prefix(u8))` reads `ca fe` from `02 ca fe`
 */
export function bytes(size?: Size | Ending<'bytes' | 'any'>): Node<Uint8Array> {
  return makeNode({ kind: 'bytes', extent: toExtent(size, 'bytes()') });
}
