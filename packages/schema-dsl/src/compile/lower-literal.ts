import type { LiteralNode } from '../ir/node.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import { describeDefinition } from '../language/describe-argument.js';
import { undocumented } from '../language/undocumented.js';
import { checkLiteral, contentSize } from './check-literal.js';
import type { LowerContext } from './lower.js';
import { lower, lowerBits } from './lower.js';
import { lowerEnumeration } from './lower-enumeration.js';
import { lowerVarint } from './lower-preserve.js';

/** A constant that its node can encode; one that could never be encoded is rejected here. */
export function lowerLiteral(
  { node, value }: Extract<Definition, { kind: 'literal' }>,
  context: LowerContext,
): LiteralNode {
  const definition = undocumented(node.definition);
  const checked = (literal: LiteralNode): LiteralNode => {
    checkLiteral(literal, context.path);
    return literal;
  };
  switch (definition.kind) {
    case 'integer': {
      if (definition.asNumber)
        throw new SchemaError(
          'wrong-literal',
          context.path,
          'a constant does not need asNumber(); remove it, and write the constant as a bigint',
        );
      return checked({ kind: 'literal', node: definition, value });
    }
    case 'float':
      return checked({ kind: 'literal', node: definition, value });
    case 'varint':
      return checked({ kind: 'literal', node: lowerVarint(definition, context.path), value });
    case 'bits':
      return checked({ kind: 'literal', node: lowerBits(definition, context), value });
    case 'enumeration':
      return checked({ kind: 'literal', node: lowerEnumeration(definition, context), value });
    case 'bytes':
    case 'string': {
      const encoding = definition.kind === 'string' ? definition.encoding : undefined;
      if (definition.extent === undefined) {
        // bytes() and string() without a size are as long as the constant
        const extent = { kind: 'fixed', size: contentSize(value, encoding, context.path) } as const;
        return {
          kind: 'literal',
          node: encoding === undefined ? { kind: 'bytes', extent } : { kind: 'string', extent, encoding },
          value,
        };
      }
      const lowered = lower(node, context);
      if (lowered.kind !== 'bytes' && lowered.kind !== 'string') break;
      return checked({ kind: 'literal', node: lowered, value });
    }
    default:
  }
  throw new SchemaError(
    'wrong-literal',
    context.path,
    `${describeDefinition(definition)} cannot be a constant; use an integer, a bit field, bytes or a string`,
  );
}
