import type { NodeIR } from '../ir/node.js';

/** A node without its wrappers. */
export interface Unwrapped {
  readonly node: NodeIR;
  /** Whether its value may be `undefined`, meaning absent. */
  readonly isOptional: boolean;
}

/** The node that determines a node's value, without wrappers that only give its position or presence. */
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
