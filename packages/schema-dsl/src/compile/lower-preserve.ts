import type { BooleanNode } from '../ir/node.js';
import type { VarintNode } from '../ir/nodes/varint.js';
import { varintTraits } from '../ir/nodes/varint.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import type { LowerContext } from './lower.js';

/** A variable-length integer of a valid width. */
export function lowerVarint(
  { encoding, bits }: Extract<Definition, { kind: 'varint' }>,
  path: string,
): VarintNode {
  if (!Number.isInteger(bits) || bits < 1 || bits > 128)
    throw new SchemaError(
      'too-many-bits',
      path,
      `${encoding}(${String(bits)}) has an invalid width for an integer; use 1 to 128 bits`,
    );
  return { kind: 'varint', encoding, bits };
}

/** A node that keeps what it would otherwise reject; it must have values with more than one encoding. */
export function lowerPreserve(definition: Definition, context: LowerContext): BooleanNode | VarintNode {
  switch (definition.kind) {
    case 'documented':
    case 'bind':
      return lowerPreserve(definition.node.definition, context);
    case 'boolean':
      return { kind: 'boolean', preserve: true };
    case 'varint': {
      const node = lowerVarint(definition, context.path);
      const { label, maxSize } = varintTraits(node);
      if (maxSize > 1) return { ...node, preserve: true };
      throw new SchemaError(
        'misplaced-construct',
        context.path,
        `preserve() has nothing to keep: ${label} is always one byte; remove it`,
      );
    }
    default:
      throw new SchemaError(
        'misplaced-construct',
        context.path,
        `preserve() is for nodes with several encodings of a value: bool and variable-length integers, not ${definition.kind}; remove it`,
      );
  }
}
