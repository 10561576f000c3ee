import type { BooleanNode } from '../ir/node.js';
import type { VarintNode } from '../ir/nodes/varint.js';
import { varintTraits } from '../ir/nodes/varint.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import type { LowerContext } from './lower.js';

/** An integer of variable length, of a width that there is. */
export function lowerVarint(
  { encoding, bits }: Extract<Definition, { kind: 'varint' }>,
  path: string,
): VarintNode {
  if (!Number.isInteger(bits) || bits < 1 || bits > 128)
    throw new SchemaError(
      'too-many-bits',
      path,
      `${encoding}(${String(bits)}) is not a width that an integer can have; give it 1 to 128 bits`,
    );
  return { kind: 'varint', encoding, bits };
}

/** A node that keeps what it would refuse: there must be something that it refuses for having two encodings. */
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
        `preserve() has nothing to keep: ${label} is one byte always; leave it out`,
      );
    }
    default:
      throw new SchemaError(
        'misplaced-construct',
        context.path,
        `preserve() is for what has several encodings of a value: bool and integers of variable length, not ${definition.kind}; leave it out`,
      );
  }
}
