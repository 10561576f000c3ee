import type { NodeIR } from '@bytewright/schema-dsl/ir';
import { childrenOf } from '@bytewright/schema-dsl/ir';

/** What is read and written where a node is, rather than only looked for ahead. */
export function readChildren(node: NodeIR): readonly NodeIR[] {
  return node.kind === 'firstOf' ? node.arms.map((arm) => arm.node) : childrenOf(node).inline;
}
