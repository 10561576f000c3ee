import type { Expression } from '../expression.js';
import type { NodeIR, UnionNode } from '../node.js';
import type { StructIR } from '../schema.js';

/** The union in a field of a struct, inside any wrappers. */
export function unionField({ fields }: StructIR, name: string): UnionNode | undefined {
  const node = fields.find((field) => field.name === name)?.node;
  const inner = node && unwrap(node);
  return inner?.kind === 'union' ? inner : undefined;
}

/**
 * Whether a union field's selector is a field that is derived from the arm. Otherwise the selector is in the value, and
 * determines the arm.
 */
export function isTagDerived({ fields }: StructIR, union: string, selector: Expression | undefined): boolean {
  if (selector?.op !== 'field') return false;
  const encode = fields.find(({ name }) => name === selector.path[0])?.encode;
  return encode?.op === 'tagOf' && encode.field === union;
}

function unwrap(node: NodeIR): NodeIR {
  switch (node.kind) {
    case 'bind':
    case 'sized':
    case 'processed':
    case 'optional':
    case 'at':
    case 'tail':
      return unwrap(node.node);
    default:
      return node;
  }
}
