import { createOutput, encodeText, setFloat, varintSize, writeVarint } from '@bytewright/runtime/codec';
import type { ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { ByteExtentIR } from '../extent.js';
import type { LiteralNode } from '../node.js';
import type { BitsNode } from '../nodes/bits.js';
import type { ByteOrder } from '../nodes/byte-order.js';
import type { EnumerationNode } from '../nodes/enumeration.js';
import { valueOfMember } from '../nodes/enumeration.js';
import type { FlagsNode } from '../nodes/flags.js';
import { knownBits } from '../nodes/flags.js';
import type { FloatNode } from '../nodes/float.js';
import { floatTraits } from '../nodes/float.js';
import type { IntegerNode } from '../nodes/integer.js';
import { integerTraits } from '../nodes/integer.js';
import type { NumericNode } from '../nodes/numeric.js';
import type { VarintEncoding } from '../nodes/varint.js';

/** Bytes with the same meaning, in either byte order; all of the same length. */
export type Encodings = readonly [Uint8Array, ...Uint8Array[]];

/**
 * The bytes of a constant on the wire, including a prefix: one encoding, or one per byte order if that is inherited. All have
 * the same length.
 */
export function constantEncodings({ node, value }: LiteralNode): Encodings {
  const constant = constantValue(value);
  switch (node.kind) {
    case 'integer':
    case 'varint':
    case 'bits':
      return numberEncodings(BigInt(constant as number), node); // checked when lowered
    case 'enumeration':
      return memberEncodings(node, constant);
    case 'float':
      return inOrders(node, (order) => floatBytes(Number(constant), node, order));
    case 'bytes':
      return contentEncodings(constant as Uint8Array, node.extent); // checked when lowered
    case 'string':
      return contentEncodings(encodeText(String(constant), node.encoding), node.extent);
  }
}

/** The encodings of content, after its length prefix if there is one. */
function contentEncodings(content: Uint8Array, extent: ByteExtentIR): Encodings {
  if (extent.kind !== 'prefix') return [content];
  const [first, ...others] = numberEncodings(BigInt(content.length), extent.prefix);
  const behind = (prefix: Uint8Array): Uint8Array => Uint8Array.of(...prefix, ...content);
  return [behind(first), ...others.map(behind)];
}

/** The encodings of all members of an enumeration. */
export function allMemberEncodings(node: EnumerationNode): readonly Uint8Array[] {
  return node.members.flatMap(({ name }) => memberEncodings(node, name));
}

/** The possible bytes of a strict fixed-width flag set in each position. */
export function allFlagBytes(node: FlagsNode): readonly ReadonlySet<number>[] {
  const encodings = numberEncodings(knownBits(node), node.node);
  return Array.from(
    encodings[0],
    (_, place) => new Set(encodings.flatMap((mask) => subsetsOf(mask[place] ?? 0))), // all have the same length
  );
}

/** The bytes that have only bits of a mask. */
function subsetsOf(mask: number): readonly number[] {
  return Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => (byte & ~mask) === 0);
}

/** The encodings of a member of an enumeration, or of a number without a name. */
function memberEncodings(node: EnumerationNode, member: ConstantValue): Encodings {
  return numberEncodings(BigInt((valueOfMember(node, member) ?? member) as number | bigint), node.node);
}

/** The encodings of an integer that is in range, in its shortest form. */
function numberEncodings(value: bigint, node: NumericNode | BitsNode): Encodings {
  if (node.kind === 'bits') throw new TypeError('A bit field takes no whole bytes');
  return node.kind === 'varint'
    ? [varintBytes(value, node.encoding)]
    : inOrders(node, (order) => integerBytes(value, node, order));
}

function inOrders(node: IntegerNode | FloatNode, encode: (order: ByteOrder) => Uint8Array): Encodings {
  const { byteOrder } = node.kind === 'integer' ? integerTraits(node) : floatTraits(node);
  return byteOrder === undefined ? [encode('little'), encode('big')] : [encode(byteOrder)];
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
