import { childrenOf } from '../../ir/analysis/children.js';
import type { Expression } from '../../ir/expression.js';
import type { AtEachNode, NodeIR } from '../../ir/node.js';
import type { GenerationScope } from './generation-scope.js';
import type { Range } from './range.js';
import { ANY_SIZE } from './range.js';

/**
 * What a struct's earlier fields decide for a node, as text: if it is the same, the same values are valid.
 */
export function decisionsOf(node: NodeIR, scope: GenerationScope, room: Range): string {
  const found: string[] = room.min > 0 ? [`${room.min}-${room.max}`] : [];
  const add = (expression: Expression): void => {
    if (!scope.isKnown(expression)) return;
    const value = scope.evaluate(expression);
    found.push(`${typeof value} ${String(value)}`);
  };
  const visit = (n: NodeIR): void => {
    if (n.kind === 'atEach') {
      found.push(...decisionsOfElements(n, scope));
      return;
    }
    const { inline, expressions } = childrenOf(n);
    // the position of a node decides nothing about its value
    for (const expression of expressions) if (n.kind !== 'at' || expression !== n.offset) add(expression);
    inline.forEach(visit);
    if (n.kind === 'firstOf') for (const arm of n.arms) visit(arm.node);
  };
  visit(node);
  return found.join('|');
}

function decisionsOfElements({ each, when, node }: AtEachNode, scope: GenerationScope): readonly string[] {
  return Array.from(scope.evaluate(each) as ArrayLike<unknown>).map((element) => {
    const inner = scope.withElement(element);
    return when !== undefined && !inner.evaluate(when) ? 'absent' : decisionsOf(node, inner, ANY_SIZE);
  });
}
