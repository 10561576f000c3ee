import { encodeText } from '@bytewright/runtime';
import { constantValue } from '../expression.js';
import type { LiteralNode } from '../node.js';
import type { IntegerType } from '../nodes/integer.js';
import { integerTraits } from '../nodes/integer.js';

/** The bytes that a constant takes on the wire, a prefix among them. */
export function constantBytes({ node, value }: LiteralNode): Uint8Array {
  const constant = constantValue(value);
  if (node.kind === 'integer') return integerBytes(BigInt(constant as number), node.type); // checked when lowered
  const content =
    constant instanceof Uint8Array
      ? constant
      : encodeText(String(constant), node.kind === 'string' ? node.encoding : 'utf-8');
  if (node.extent.kind !== 'prefix') return content;
  return Uint8Array.of(...integerBytes(BigInt(content.length), node.extent.prefix.type), ...content);
}

function integerBytes(value: bigint, type: IntegerType): Uint8Array {
  const { size, littleEndian } = integerTraits(type);
  const bytes = Uint8Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
  return littleEndian ? bytes : bytes.reverse();
}
