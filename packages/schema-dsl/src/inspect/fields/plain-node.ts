import type { NodeIR } from '../../ir/node.js';

/** A node without wrappers that do not change its value when it is present: bindings, searches, regions, conditions. */
export type PlainNode = Exclude<
  NodeIR,
  { kind: 'bind' | 'search' | 'sized' | 'processed' | 'tail' | 'optional' | 'at' }
>;

/** The node that determines a node's value when it is present. */
export function plainNode(node: NodeIR): PlainNode {
  let inner = node;
  for (;;) {
    switch (inner.kind) {
      case 'bind':
      case 'search':
      case 'sized':
      case 'processed':
      case 'tail':
      case 'optional':
      case 'at':
        inner = inner.node;
        break;
      default:
        return inner;
    }
  }
}

/** Whether a value may be absent, `undefined`, depending on a condition. */
export function isConditional(node: NodeIR): boolean {
  switch (node.kind) {
    case 'optional':
    case 'at':
      return true;
    case 'bind':
    case 'search':
    case 'sized':
    case 'processed':
    case 'tail':
      return isConditional(node.node);
    default:
      return false;
  }
}
