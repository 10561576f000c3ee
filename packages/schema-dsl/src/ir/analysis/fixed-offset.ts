import { paddingTo } from '@bytewright/runtime/codec';
import type { SchemaIR, StructIR } from '../schema.js';
import { isPositioned } from './positioned.js';
import { sizeBounds } from './size-bounds.js';

/**
 * The offset of a field from the start of its struct, if it is the same for all values; `undefined` if something before it
 * has no fixed size.
 *
 * @example in `a: u16be, b: bytes(prefix(u8)), c: u8` it is 0 for `a`, 2 for `b`, and not known for `c`
 */
export function fixedOffset(
  struct: StructIR,
  field: string,
  structs: SchemaIR['structs'],
): number | undefined {
  let offset = 0;
  for (const { name, node } of struct.fields) {
    if (name === field) return offset;
    if (isPositioned(node)) continue;
    const { min, max } = sizeBounds(node, structs);
    if (node.kind === 'align') offset += paddingTo(offset, node.to);
    else if (min === max) offset += min;
    else return undefined;
  }
  return undefined;
}
