import { checkBigint, checkInteger, describe } from '@bytewright/runtime/codec';
import type { IntegerNode } from '../../ir/nodes/integer.js';
import { integerTraits } from '../../ir/nodes/integer.js';
import { isLittleEndian } from '../byte-order.js';
import type { Decoding } from '../decoding.js';
import type { Encoding } from '../encoding.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';
import { readBits, writeBits } from './bits-of-number.js';
import type { Reading } from './reading.js';

/** How a number type is named in errors: with its size. */
export function numberLabel(type: string, size: number): string {
  return `${type} (${size === 1 ? '1 byte' : `${size} bytes`})`;
}

/** Reads an integer where the decoding stands, and moves it behind. */
export function readInteger(node: IntegerNode, decoding: Decoding, scope: Scope): Outcome<number | bigint> {
  const { offset } = decoding;
  const { size, signed, isWide, bigint, min, max } = integerTraits(node);
  const missing = decoding.need(size, numberLabel(node.type, size));
  if (missing !== undefined) return missing;
  const bits = readBits(decoding.view, offset, size, isLittleEndian(integerTraits(node), scope));
  const value = signed ? BigInt.asIntN(8 * size, bits) : bits;
  if (isWide && !bigint && (value < min || value > max)) {
    return decoding.fail(
      'invalid-value',
      offset,
      () => `${node.type} that a number holds exactly`,
      () => describe(value),
    );
  }
  decoding.offset += size;
  return bigint ? value : Number(value);
}

/** Checks an integer and writes it where the encoding stands. */
export function writeInteger(node: IntegerNode, value: unknown, encoding: Encoding, scope: Scope): void {
  const { size, bigint, min, max } = integerTraits(node);
  const checked = bigint
    ? checkBigint(value, min, max, encoding.offset, encoding.here, node.type)
    : checkInteger(value, Number(min), Number(max), encoding.offset, encoding.here, node.type);
  const littleEndian = isLittleEndian(integerTraits(node), scope);
  writeBits(encoding.view, encoding.take(size), size, BigInt(checked), littleEndian);
}

export const integer: Reading<IntegerNode> = {
  decode: readInteger,
  size: (node) => integerTraits(node).size,
  encode: writeInteger,
};
