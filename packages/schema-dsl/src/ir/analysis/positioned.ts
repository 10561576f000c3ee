import type { NodeIR } from '../node.js';
import type { StructIR } from '../schema.js';

/** Whether a field lies elsewhere than behind the field before it. */
export function isPositioned(node: NodeIR): boolean {
  switch (node.kind) {
    case 'at':
    case 'atEach':
    case 'tail':
    case 'gaps':
      return true;
    case 'bind':
      return isPositioned(node.node);
    default:
      return false;
  }
}

/**
 * Whether a struct has fields at offsets, and so takes all of its region: every byte there is held by exactly one of
 * its fields.
 */
export function ownsRegion(struct: StructIR): boolean {
  return struct.fields.some(({ node }) => isPositioned(node));
}
