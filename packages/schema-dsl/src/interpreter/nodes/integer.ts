import { checkBigint, checkInteger } from '@bytewright/runtime';
import type { IntegerNode, IntegerType } from '../../ir/nodes/integer.js';
import { integerTraits } from '../../ir/nodes/integer.js';
import type { Reading } from './reading.js';

/** How an integer type is named in errors: with its size. */
export function integerLabel(type: IntegerType): string {
  const { size } = integerTraits(type);
  return `${type} (${size === 1 ? '1 byte' : `${size} bytes`})`;
}

/** Reads an integer; the caller has seen that its bytes are there. */
export function readInteger(view: DataView, offset: number, type: IntegerType): number | bigint {
  const { size, signed, littleEndian } = integerTraits(type);
  let value = 0n;
  for (let i = 0; i < size; i++) {
    const at = littleEndian ? size - 1 - i : i;
    value = (value << 8n) | BigInt(view.getUint8(offset + at));
  }
  if (signed) value = BigInt.asIntN(8 * size, value);
  return size === 8 ? value : Number(value);
}

/** Writes an integer that has been checked. */
export function writeInteger(
  view: DataView,
  offset: number,
  type: IntegerType,
  value: number | bigint,
): void {
  const { size, littleEndian } = integerTraits(type);
  let rest = BigInt.asUintN(8 * size, BigInt(value));
  for (let i = size - 1; i >= 0; i--) {
    view.setUint8(offset + (littleEndian ? size - 1 - i : i), Number(rest & 0xffn));
    rest >>= 8n;
  }
}

export const integer: Reading<IntegerNode> = {
  decode(node, decoding) {
    const { offset } = decoding;
    const { size } = integerTraits(node.type);
    const missing = decoding.need(size, integerLabel(node.type));
    if (missing !== undefined) return missing;
    decoding.offset += size;
    return readInteger(decoding.view, offset, node.type);
  },
  size: (node) => integerTraits(node.type).size,
  encode(node, value, encoding) {
    const { size, bigint, min, max } = integerTraits(node.type);
    const checked = bigint
      ? checkBigint(value, min, max, encoding.offset, encoding.here, node.type)
      : checkInteger(value, Number(min), Number(max), encoding.offset, encoding.here, node.type);
    writeInteger(encoding.view, encoding.take(size), node.type, checked);
  },
};
