import type { AtNode, NodeIR, TailNode } from '../node.js';
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

/** The node of a field that lies at one place of its own, said by the value or by where the region ends; else `undefined`. */
export function placedNode(node: NodeIR): AtNode | TailNode | undefined {
  switch (node.kind) {
    case 'at':
    case 'tail':
      return node;
    case 'bind':
      return placedNode(node.node);
    default:
      return undefined;
  }
}

/**
 * Whether a struct has fields at offsets, and so takes all of its region: every byte there is held by exactly one of
 * its fields.
 */
export function ownsRegion(struct: StructIR): boolean {
  return struct.fields.some(({ node }) => isPositioned(node));
}
