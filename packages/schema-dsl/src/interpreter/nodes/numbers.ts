import type { NumberArray } from '@bytewright/runtime';
import { spanOf } from '@bytewright/runtime/codec';
import type { NumberElement } from '../../ir/nodes/typed-array-of.js';
import { numberLayout, typedArrayOf } from '../../ir/nodes/typed-array-of.js';
import { isLittleEndian } from '../byte-order.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';
import { numberLabel } from './integer.js';

// Numbers of typed arrays are copied as bytes: a NaN keeps its payload in a typed array, but not in a variable.

/** Skips a number whose value is not needed yet. */
export function passNumber(element: NumberElement, context: DecodeContext): Outcome<undefined> {
  const { size } = numberLayout(element);
  const missing = context.need(size, numberLabel(element.type, size));
  if (missing !== undefined) return missing;
  context.offset += size;
  return undefined;
}

/** Reads `count` numbers starting at `from`, which are known to be available, and advances past them. */
export function readNumbers(
  element: NumberElement,
  from: number,
  count: number,
  context: DecodeContext,
  scope: Scope,
): NumberArray {
  const { size } = numberLayout(element);
  const bytes = new Uint8Array(count * size);
  bytes.set(spanOf(context.bytes, from, from + bytes.length));
  if (isTurned(element, scope)) turnAround(bytes, size);
  context.offset = from + bytes.length;
  return new (typedArrayOf(element))(bytes.buffer);
}

/** Writes the numbers of a typed array from `from` to `to` at the current offset. */
export function writeNumbers(
  numbers: NumberArray,
  from: number,
  to: number,
  element: NumberElement,
  context: EncodeContext,
  scope: Scope,
): void {
  const { size } = numberLayout(element);
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset + from * size, (to - from) * size);
  const start = context.take(bytes.length);
  context.bytes.set(bytes, start);
  if (isTurned(element, scope)) turnAround(context.bytes.subarray(start, context.offset), size);
}

/** Whether the byte order on the wire differs from that of this machine. */
function isTurned(element: NumberElement, scope: Scope): boolean {
  return isLittleEndian(numberLayout(element), scope) !== isLittleEndianHost();
}

/** Reverses the bytes of each number, in place. */
function turnAround(bytes: Uint8Array, size: number): void {
  for (let start = 0; start < bytes.length; start += size) {
    for (let low = start, high = start + size - 1; low < high; low++, high--) {
      const kept = bytes[low] ?? 0;
      bytes[low] = bytes[high] ?? 0;
      bytes[high] = kept;
    }
  }
}

function isLittleEndianHost(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
