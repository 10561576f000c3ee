import type { ScalarType } from '../ir/expression.js';
import { bitsTraits } from '../ir/nodes/bits.js';
import { UNKNOWN_BITS } from '../ir/nodes/flags.js';
import { integerTraits } from '../ir/nodes/integer.js';
import { varintTraits } from '../ir/nodes/varint.js';
import type { Definition } from '../language/definition.js';
import type { Node } from '../language/node.js';

/**
 * Whether a field, or a field of a nested struct, is a number or a bigint, as far as it is known before compilation. Other
 * types are not distinguished.
 */
export function numberType(
  [head = '', ...rest]: readonly string[],
  nodes: ReadonlyMap<string, Node<unknown>>,
): ScalarType | undefined {
  const node = nodes.get(head);
  return node && numberTypeOf(node.definition, rest);
}

function numberTypeOf(definition: Definition, rest: readonly string[]): ScalarType | undefined {
  switch (definition.kind) {
    case 'bind':
    case 'documented':
    case 'derived':
    case 'literal':
    case 'optional':
    case 'peek':
    case 'at':
    case 'tail':
    case 'sized':
    case 'processed':
    case 'preserve':
      return numberTypeOf(definition.node.definition, rest);
    case 'integer':
      return integerTraits(definition).bigint ? 'bigint' : 'number';
    case 'float':
      return 'number';
    case 'varint':
      return varintTraits(definition).bigint ? 'bigint' : 'number';
    case 'custom':
      return definition.type;
    case 'bits':
      return bitsTraits(definition).scalar;
    case 'flags':
      return rest[0] === UNKNOWN_BITS ? numberTypeOf(definition.node.definition, []) : undefined;
    case 'struct': {
      const [name = '', ...below] = rest;
      const field = Reflect.get(definition.fields, name) as Node<unknown> | undefined; // fields are nodes
      return field && numberTypeOf(field.definition, below);
    }
    default:
      return undefined;
  }
}
