import type { Expression } from '../expression.js';
import type { NodeIR, UnionNode } from '../node.js';
import type { StructIR } from '../schema.js';

/** The union that a field of a struct is, whatever is around it. */
export function unionField({ fields }: StructIR, name: string): UnionNode | undefined {
  const node = fields.find((field) => field.name === name)?.node;
  const inner = node && unwrap(node);
  return inner?.kind === 'union' ? inner : undefined;
}

/**
 * Whether what selects a union field's arm is a field that is derived from the arm. Else the arm follows from it, and it is
 * in the value.
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
