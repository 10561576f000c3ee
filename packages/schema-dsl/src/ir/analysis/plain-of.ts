import type { PlainOf } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { FieldIR, SchemaIR, StructIR } from '../schema.js';
import { fieldNode } from './field-node.js';

/** What a node keeps in addition to the value that relations see. */
export function plainOf(node: NodeIR | undefined): PlainOf | undefined {
  switch (node?.kind) {
    case 'varint':
    case 'boolean':
    case 'float':
      return node.preserve ? node.kind : undefined;
    default:
      return undefined;
  }
}

/** Whether a field is derived from another one that keeps the same, so that nothing is lost. */
export function isCopy({ node, encode }: FieldIR, struct: StructIR, structs: SchemaIR['structs']): boolean {
  if (encode?.op !== 'field') return false;
  const source = fieldNode(struct, encode.path, structs);
  return plainOf(node) !== undefined && JSON.stringify(source?.node) === JSON.stringify(node);
}
