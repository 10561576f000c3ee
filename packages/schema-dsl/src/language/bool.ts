import { makeNode } from './node.js';
import type { Preservable } from './preserve.js';

/**
 * A byte that is 0 or 1. Any other byte is rejected, as it would not round-trip; `preserve(bool)` keeps it as a number.
 *
 * @example `00` is false, `01` is true, `07` is an `invalid-value` error.
 */
export const bool: Preservable<boolean, boolean | number> = makeNode({ kind: 'boolean' });
