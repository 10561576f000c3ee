import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Ending, Size } from './extent.js';
import { toSize } from './extent.js';

/**
 * A field of a fixed size whose content is followed by fill; the fill is a byte, in UTF-16 a unit. The value is
 * everything in front of the fill at the end: a zero between other bytes stays, as in `61 00 62 00` ("a\0b"). So
 * content that ends with the fill is refused on encode (`ambiguous`), as is what is too long (`wrong-length`).
 *
 * @example `string(padded(4), 'ascii')` reads "hi" from `68 69 00 00`
 */
export function padded(size: Size, fill = 0): Ending<'bytes'> {
  if (!Number.isInteger(fill) || fill < 0 || fill > 0xffff)
    throw new CallError(
      'invalid-fill',
      'padded()',
      `expected a fill that is a byte, in utf-16 a unit, found ${describeArgument(fill)}; give 0 to 0xff, in utf-16 0 to 0xffff`,
    );
  return { ending: { kind: 'padded', size: toSize(size, 'padded()'), fill } };
}
