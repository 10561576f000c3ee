import { constantValue } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { valueOfMember } from '../ir/nodes/enumeration.js';
import type { FlagsNode } from '../ir/nodes/flags.js';
import { UNKNOWN_BITS } from '../ir/nodes/flags.js';

/** The number that a value is encoded as, whatever its type; `undefined` if it is not a number. */
export function numberOf(node: NodeIR, value: unknown): bigint | undefined {
  switch (node.kind) {
    case 'integer':
    case 'bits':
    case 'boolean':
      return whole(value);
    case 'varint':
      return whole(typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : value);
    case 'enumeration':
      return whole(typeof value === 'string' ? valueOfMember(node, value) : value);
    case 'flags':
      return bitsOf(node, value);
    case 'literal':
      return numberOf(node.node, constantValue(node.value));
    default:
      return undefined;
  }
}

function whole(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : undefined;
}

function bitsOf({ flags }: FlagsNode, value: unknown): bigint | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const unknown = whole(Reflect.get(value, UNKNOWN_BITS)) ?? 0n;
  return flags.reduce(
    (sum, { name, bit }) => sum | (Reflect.get(value, name) === true ? 1n << BigInt(bit) : 0n),
    unknown,
  );
}
