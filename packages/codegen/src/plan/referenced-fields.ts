import type { Expression, StructIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, operands, virtualValues, visitNodes } from '@bytewright/schema-dsl/ir';

/** Fields whose decoded values expressions and errors ask for, in this struct. */
export function referencedFields(struct: StructIR): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (expression: Expression): void => {
    // where a field lies and which arm it holds is known without its value
    if (expression.op === 'field' && expression.path[0] !== undefined) used.add(expression.path[0]);
    if (expression.op === 'count' || expression.op === 'present') used.add(expression.field);
    operands(expression).forEach(visit);
  };
  for (const field of struct.fields) {
    visitNodes(field.node, (node) => {
      childrenOf(node).expressions.forEach(visit);
    });
  }
  for (const check of struct.checks) {
    visit(check.holds);
    if (check.field !== undefined) used.add(check.field);
  }
  for (const { field } of struct.checksums ?? []) used.add(field);
  virtualValues(struct).forEach(visit);
  return used;
}
