import type { NodeIR } from '../ir/node.js';

/** A node without what is around it. */
export interface Unwrapped {
  readonly node: NodeIR;
  /** Whether its value may be `undefined`, for nothing there. */
  readonly isOptional: boolean;
}

/** What a node's value is a value of: what is around it says where it lies, and whether it is there. */
export function unwrapped(node: NodeIR): Unwrapped {
  switch (node.kind) {
    case 'optional':
      return { ...unwrapped(node.node), isOptional: true };
    case 'at':
      return node.when === undefined ? unwrapped(node.node) : { ...unwrapped(node.node), isOptional: true };
    case 'sized':
    case 'processed':
    case 'bind':
    case 'search':
    case 'tail':
      return unwrapped(node.node);
    default:
      return { node, isOptional: false };
  }
}
