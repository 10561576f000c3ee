import { byteCount, checkBigint, checkInteger, describe } from '@bytewright/runtime/codec';
import type { IntegerNode } from '../../ir/nodes/integer.js';
import { integerTraits } from '../../ir/nodes/integer.js';
import { isLittleEndian } from '../byte-order.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';
import { readBits, writeBits } from './bits-of-number.js';
import type { NodeHandler } from './node-handler.js';

/** The name of a number type in errors, with its size. */
export function numberLabel(type: string, size: number): string {
  return `${type} (${byteCount(size)})`;
}

/** Reads an integer at the current offset, and advances past it. */
export function readInteger(
  node: IntegerNode,
  context: DecodeContext,
  scope: Scope,
): Outcome<number | bigint> {
  const { offset } = context;
  const { size, signed, isWide, bigint, min, max } = integerTraits(node);
  const missing = context.need(size, numberLabel(node.type, size));
  if (missing !== undefined) return missing;
  const bits = readBits(context.view, offset, size, isLittleEndian(integerTraits(node), scope));
  const value = signed ? BigInt.asIntN(8 * size, bits) : bits;
  if (isWide && !bigint && (value < min || value > max)) {
    return context.fail(
      'invalid-value',
      offset,
      () => `${node.type} that a number holds exactly`,
      () => describe(value),
    );
  }
  context.offset += size;
  return bigint ? value : Number(value);
}

/** Checks an integer and writes it at the current offset. */
export function writeInteger(node: IntegerNode, value: unknown, context: EncodeContext, scope: Scope): void {
  const { size, bigint, min, max } = integerTraits(node);
  const checked = bigint
    ? checkBigint(value, min, max, context.offset, context.here, node.type)
    : checkInteger(value, Number(min), Number(max), context.offset, context.here, node.type);
  const littleEndian = isLittleEndian(integerTraits(node), scope);
  writeBits(context.view, context.take(size), size, BigInt(checked), littleEndian);
}

export const integer: NodeHandler<IntegerNode> = {
  decode: readInteger,
  size: (node) => integerTraits(node).size,
  encode: writeInteger,
};
