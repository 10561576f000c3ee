import type { Node } from './node.js';
import { makeNode } from './node.js';

/**
 * A byte that is 0 or 1. Any other byte is refused, as it could not be reproduced.
 *
 * @example `00` is false, `01` is true, `07` is an `invalid-value` error.
 */
export const bool: Node<boolean> = makeNode({ kind: 'boolean' });
