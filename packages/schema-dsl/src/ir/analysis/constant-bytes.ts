import { createOutput, encodeText, varintSize, writeVarint } from '@bytewright/runtime';
import type { ConstantValue } from '../expression.js';
import { constantValue } from '../expression.js';
import type { LiteralNode } from '../node.js';
import type { EnumerationNode } from '../nodes/enumeration.js';
import { valueOfMember } from '../nodes/enumeration.js';
import type { IntegerType } from '../nodes/integer.js';
import { integerTraits } from '../nodes/integer.js';
import type { NumericNode } from '../nodes/numeric.js';
import type { VarintEncoding } from '../nodes/varint.js';

/** The bytes that a constant takes on the wire, a prefix among them; one that is a bit field has none of its own. */
export function constantBytes({ node, value }: LiteralNode): Uint8Array {
  const constant = constantValue(value);
  // checked when lowered
  if (node.kind === 'enumeration') return memberBytes(node, constant);
  if (node.kind === 'integer' || node.kind === 'varint') return numberBytes(BigInt(constant as number), node);
  if (node.kind === 'bits') throw new TypeError('A bit field takes no whole bytes');
  const content =
    constant instanceof Uint8Array
      ? constant
      : encodeText(String(constant), node.kind === 'string' ? node.encoding : 'utf-8');
  if (node.extent.kind !== 'prefix') return content;
  return Uint8Array.of(...numberBytes(BigInt(content.length), node.extent.prefix), ...content);
}

/** The bytes of all members of an enumeration. */
export function allMemberBytes(node: EnumerationNode): readonly Uint8Array[] {
  return node.members.map(({ name }) => memberBytes(node, name));
}

/** The bytes of a member of an enumeration, or of a number without a name. */
function memberBytes(node: EnumerationNode, member: ConstantValue): Uint8Array {
  return numberBytes(BigInt((valueOfMember(node, member) ?? member) as number | bigint), node.node);
}

/** The bytes of an integer that is in range, in its shortest form. */
export function numberBytes(value: bigint, node: NumericNode): Uint8Array {
  return node.kind === 'varint' ? varintBytes(value, node.encoding) : integerBytes(value, node.type);
}

function varintBytes(value: bigint, encoding: VarintEncoding): Uint8Array {
  const output = createOutput(varintSize(value, encoding));
  writeVarint(output, value, encoding, 128, 0, '');
  return output.bytes;
}

function integerBytes(value: bigint, type: IntegerType): Uint8Array {
  const { size, littleEndian } = integerTraits(type);
  const bytes = Uint8Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
  return littleEndian ? bytes : bytes.reverse();
}
