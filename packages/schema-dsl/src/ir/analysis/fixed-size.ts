import type { NodeIR } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { sizeBounds } from './size-bounds.js';

/** The bytes that a node takes where it always takes as many. A value of another size is refused when it is written. */
export function fixedSize(node: NodeIR, structs: SchemaIR['structs']): number | undefined {
  const { min, max } = sizeBounds(node, structs);
  return min === max ? min : undefined;
}
