import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Ending, Size } from './extent.js';
import { toSize } from './extent.js';

/**
 * A fixed-size field whose content is followed by padding; the fill is a byte, or in UTF-16 a code unit. The value is
 * everything before the trailing fill: a zero between other bytes stays, as in `61 00 62 00` ("a\0b"). Content that ends
 * with the fill is therefore rejected on encode (`ambiguous`), as is content that is too long (`wrong-length`).
 * @example `string(padded(4), 'ascii')` reads "hi" from `68 69 00 00`
 */
export function padded(size: Size, fill = 0): Ending<'bytes'> {
  if (!Number.isInteger(fill) || fill < 0 || fill > 0xffff)
    throw new CallError(
      'invalid-fill',
      'padded()',
      `expected a fill byte, or in utf-16 a code unit, found ${describeArgument(fill)}; use 0 to 0xff, or in utf-16 0 to 0xffff`,
    );
  return { ending: { kind: 'padded', size: toSize(size, 'padded()'), fill } };
}
