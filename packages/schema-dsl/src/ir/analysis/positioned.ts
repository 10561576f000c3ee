import type { AtNode, NodeIR, TailNode } from '../node.js';
import type { StructIR } from '../schema.js';

/** Whether a field does not directly follow the previous one. */
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

/** The node of a field in a single place given by the value or by the end of the region; otherwise `undefined`. */
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
 * Whether a struct has fields at offsets, and so takes its whole region: every byte there must belong to exactly one of its
 * fields.
 */
export function ownsRegion(struct: StructIR): boolean {
  return struct.fields.some(({ node }) => isPositioned(node));
}
