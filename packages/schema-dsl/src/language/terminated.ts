import { hexOf } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Ending } from './extent.js';

/** More bytes than this are no terminator but a boundary: `until(literal(…))` finds those. */
const LONGEST = 255;

/**
 * Up to a terminator, which is consumed and is not in the value: a byte, or several as hexadecimal digits or a
 * `Uint8Array`. The first one counts, so content in which one would be found (also one that the content only
 * begins) is refused on encode as `ambiguous`. UTF-16 is searched in whole units.
 *
 * Where there is none, decoding fails with `unexpected-end` at the field's beginning.
 *
 * @example `string(terminated('0d0a'), 'ascii')` reads "hi" from `68 69 0d 0a`
 */
export function terminated(by: number | string | Uint8Array): Ending<'bytes'> {
  const terminator = toHex(by);
  if (terminator === undefined || terminator === '' || terminator.length > 2 * LONGEST) {
    throw new CallError(
      'invalid-terminator',
      'terminated()',
      `expected a byte, or 1 to ${LONGEST} bytes as a Uint8Array or in hexadecimal such as '0d0a', found ${describeArgument(by)}; use until(literal(…)) for what is longer`,
    );
  }
  return { ending: { kind: 'terminated', terminator } };
}

/**
 * Up to a zero, as C ends its strings: one byte, in UTF-16 two.
 *
 * @example `string(cstring, 'utf-16le')` reads "hi" from `68 00 69 00 00 00`
 */
export const cstring: Ending<'bytes'> = { ending: { kind: 'terminated', terminator: undefined } };

function toHex(by: unknown): string | undefined {
  if (typeof by === 'string') return /^([0-9a-f]{2})*$/i.test(by) ? by.toLowerCase() : undefined;
  const bytes = typeof by === 'number' ? [by] : by instanceof Uint8Array ? [...by] : [];
  if (!bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 0xff)) return undefined;
  return hexOf(bytes);
}
