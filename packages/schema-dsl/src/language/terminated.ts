import { hexOf } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Ending } from './extent.js';

/** Anything longer is a boundary rather than a terminator; use `until(literal(…))` for those. */
const LONGEST = 255;

/**
 * Extends to a terminator, which is consumed and is not in the value: a byte, or several as hexadecimal digits or a
 * `Uint8Array`. The first occurrence counts, so content in which the terminator would be found (including one that starts
 * in the content and ends in the terminator) is rejected on encode as `ambiguous`. UTF-16 is searched in whole code units.
 *
 * If there is none, decoding fails with `unexpected-end` at the start of the field.
 *
 * @example `string(terminated('0d0a'), 'ascii')` reads "hi" from `68 69 0d 0a`
 */
export function terminated(by: number | string | Uint8Array): Ending<'bytes'> {
  const terminator = toHex(by);
  if (terminator === undefined || terminator === '' || terminator.length > 2 * LONGEST) {
    throw new CallError(
      'invalid-terminator',
      'terminated()',
      `expected a byte, or 1 to ${LONGEST} bytes as a Uint8Array or in hexadecimal such as '0d0a', found ${describeArgument(by)}; use until(literal(…)) for longer ones`,
    );
  }
  return { ending: { kind: 'terminated', terminator } };
}

/**
 * Extends to a zero, like C strings: one byte, in UTF-16 two.
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
