import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { sizeBounds } from './size-bounds.js';

/** The size of a node in bytes, if it is fixed. A value of another size is rejected when it is encoded. */
export function fixedSize(node: NodeIR, structs: SchemaIR['structs']): number | undefined {
  const { min, max } = sizeBounds(node, structs);
  return min === max ? min : undefined;
}
