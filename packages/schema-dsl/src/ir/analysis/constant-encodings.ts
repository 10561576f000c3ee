import { createOutput, encodeText, setFloat, varintSize, writeVarint } from '@bytewright/runtime';
import { constantValue } from '../expression.js';
import type { LiteralNode } from '../node.js';
import type { ByteOrder } from '../nodes/byte-order.js';
import { BYTE_ORDERS } from '../nodes/byte-order.js';
import type { FloatNode } from '../nodes/float.js';
import { floatTraits } from '../nodes/float.js';
import type { IntegerNode } from '../nodes/integer.js';
import { integerTraits } from '../nodes/integer.js';
import type { VarintEncoding } from '../nodes/varint.js';

/**
 * The bytes that a constant takes on the wire, a prefix among them: one encoding, or one for each byte order where
 * that is inherited. All are of one length.
 */
export function constantEncodings({ node, value }: LiteralNode): readonly [Uint8Array, ...Uint8Array[]] {
  const constant = constantValue(value);
  switch (node.kind) {
    case 'integer':
      return inOrders(node, (order) => integerBytes(BigInt(constant as number), node, order)); // checked when lowered
    case 'varint':
      return [varintBytes(BigInt(constant as number), node.encoding)];
    case 'bits':
      throw new TypeError('A bit field takes no whole bytes');
    case 'float':
      return inOrders(node, (order) => floatBytes(Number(constant), node, order));
    default: {
      const content =
        constant instanceof Uint8Array
          ? constant
          : encodeText(String(constant), node.kind === 'string' ? node.encoding : 'utf-8');
      if (node.extent.kind !== 'prefix') return [content];
      const { prefix } = node.extent;
      const size = BigInt(content.length);
      if (prefix.kind === 'varint') return [Uint8Array.of(...varintBytes(size, prefix.encoding), ...content)];
      return inOrders(prefix, (order) => Uint8Array.of(...integerBytes(size, prefix, order), ...content));
    }
  }
}

function inOrders(
  node: IntegerNode | FloatNode,
  encode: (order: ByteOrder) => Uint8Array,
): readonly [Uint8Array, ...Uint8Array[]] {
  const { byteOrder } = node.kind === 'integer' ? integerTraits(node) : floatTraits(node);
  const [first, ...others] = byteOrder === undefined ? BYTE_ORDERS : [byteOrder];
  return [encode(first ?? 'big'), ...others.map(encode)];
}

function integerBytes(value: bigint, node: IntegerNode, order: ByteOrder): Uint8Array {
  const { size } = integerTraits(node);
  const bytes = Uint8Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
  return order === 'little' ? bytes : bytes.reverse();
}

function varintBytes(value: bigint, encoding: VarintEncoding): Uint8Array {
  const output = createOutput(varintSize(value, encoding));
  writeVarint(output, value, encoding, 128, 0, '');
  return output.bytes;
}

function floatBytes(value: number, node: FloatNode, order: ByteOrder): Uint8Array {
  const { size } = floatTraits(node);
  const view = new DataView(new ArrayBuffer(size));
  setFloat(view, 0, size, value, order === 'little');
  return new Uint8Array(view.buffer);
}
