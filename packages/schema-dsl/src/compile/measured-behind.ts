import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { Node } from '../language/node.js';
import type { RelationIR } from '../language/relation.js';

/**
 * Fields that are measured by a later field, which is decoded too late to say where they end: each with the first such
 * field. Messages about a missing end mention it.
 */
export function measuredBehind(
  relations: readonly RelationIR[],
  nodes: ReadonlyMap<string, Node<unknown>>,
): ReadonlyMap<string, string> {
  const names = [...nodes.keys()];
  const found = new Map<string, string>();
  const visit = (expression: Expression, target: string): void => {
    for (const operand of operands(expression)) visit(operand, target);
    if (expression.op !== 'byteLength' && expression.op !== 'count') return;
    const { field } = expression;
    if (names.indexOf(field) < names.indexOf(target) && !found.has(field)) found.set(field, target);
  };
  for (const relation of relations) {
    const [target] = relation.kind === 'is' && relation.target.op === 'field' ? relation.target.path : [];
    if (relation.kind === 'is' && target !== undefined) visit(relation.value, target);
  }
  return found;
}
