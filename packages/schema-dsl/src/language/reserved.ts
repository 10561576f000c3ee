import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Size } from './extent.js';
import { toSize } from './extent.js';
import type { Hidden, Omissible } from './node.js';
import { makeNode } from './node.js';

/**
 * Bytes without a meaning that should be zero: `undefined` if they are, kept as they are otherwise. A value of all zeros is
 * rejected (`mismatch`), as it would decode as `undefined`.
 *
 * @example `reserved(2)` reads `undefined` from `00 00`, and bytes from `00 07`
 */
export function reserved(size: Size): Omissible<Uint8Array | undefined> {
  return makeNode({ kind: 'padding', size: toSize(size, 'reserved()'), fill: 0, keep: true });
}

/**
 * Bytes that must all equal `fill`; not in the value. Anything else is `wrong-constant`.
 *
 * @example `padding(3)` is `00 00 00`
 */
export function padding(size: Size, fill = 0): Hidden<undefined> {
  if (!Number.isInteger(fill) || fill < 0 || fill > 0xff)
    throw new CallError(
      'invalid-fill',
      'padding()',
      `expected a fill byte, found ${describeArgument(fill)}; use 0 to 255`,
    );
  return makeNode({ kind: 'padding', size: toSize(size, 'padding()'), fill, keep: false });
}
