import { childrenOf } from '../../ir/analysis/children.js';
import type { Expression } from '../../ir/expression.js';
import type { NodeIR } from '../../ir/node.js';
import type { GenerationScope } from './generation-scope.js';
import type { Range } from './range.js';

/**
 * What a struct's earlier fields decide for a node, as text: where it is the same, the same values are valid.
 */
export function decisionsOf(node: NodeIR, scope: GenerationScope, room: Range): string {
  const found: string[] = room.min > 0 ? [`${room.min}-${room.max}`] : [];
  const add = (expression: Expression): void => {
    if (!scope.isKnown(expression)) return;
    const value = scope.evaluate(expression);
    found.push(`${typeof value} ${String(value)}`);
  };
  const visit = (n: NodeIR): void => {
    const { inline, expressions } = childrenOf(n);
    expressions.forEach(add);
    inline.forEach(visit);
    if (n.kind === 'firstOf') for (const arm of n.arms) visit(arm.node);
  };
  visit(node);
  return found.join('|');
}
