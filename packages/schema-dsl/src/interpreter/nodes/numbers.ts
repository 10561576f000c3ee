import type { NumberArray } from '@bytewright/runtime';
import type { NumberElement } from '../../ir/nodes/typed-array-of.js';
import { numberLayout, typedArrayOf } from '../../ir/nodes/typed-array-of.js';
import { isLittleEndian } from '../byte-order.js';
import type { Decoding } from '../decoding.js';
import type { Encoding } from '../encoding.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';
import { numberLabel } from './integer.js';

// Numbers of typed arrays are moved byte by byte: a NaN keeps its payload in them, and in no variable.

/** Moves behind a number whose value nobody needs yet. */
export function passNumber(element: NumberElement, decoding: Decoding): Outcome<undefined> {
  const { size } = numberLayout(element);
  const missing = decoding.need(size, numberLabel(element.type, size));
  if (missing !== undefined) return missing;
  decoding.offset += size;
  return undefined;
}

/** Reads `count` numbers from `from` on, which are known to be there, and moves behind them. */
export function readNumbers(
  element: NumberElement,
  from: number,
  count: number,
  decoding: Decoding,
  scope: Scope,
): NumberArray {
  const { size } = numberLayout(element);
  const isSwapped = isLittleEndian(numberLayout(element), scope) !== isLittleEndianHost();
  const bytes = new Uint8Array(count * size);
  for (let at = 0; at < bytes.length; at++) {
    const inElement = at % size;
    const source = isSwapped ? at - inElement + (size - 1 - inElement) : at;
    bytes[at] = decoding.view.getUint8(from + source);
  }
  decoding.offset = from + bytes.length;
  return new (typedArrayOf(element))(bytes.buffer);
}

/** Writes one number of a typed array where the encoding stands. */
export function writeNumber(
  numbers: NumberArray,
  index: number,
  element: NumberElement,
  encoding: Encoding,
  scope: Scope,
): void {
  const { size } = numberLayout(element);
  const isSwapped = isLittleEndian(numberLayout(element), scope) !== isLittleEndianHost();
  const from = numbers.byteOffset + index * size;
  const bytes = new Uint8Array(numbers.buffer, from, size);
  encoding.bytes.set(isSwapped ? bytes.slice().reverse() : bytes, encoding.take(size));
}

function isLittleEndianHost(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
