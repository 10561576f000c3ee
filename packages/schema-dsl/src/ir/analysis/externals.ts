import type { Expression } from '../expression.js';
import { operands } from '../expression.js';
import type { ExternalIR } from '../external.js';
import type { StructIR } from '../schema.js';
import { childrenOf, visitNodes } from './children.js';
import { virtualValues } from './virtual-values.js';

/** The user code that a struct calls, once per call. */
export function externalsOf(struct: StructIR): readonly ExternalIR[] {
  const found = (struct.checksums ?? []).flatMap(({ algorithm }) =>
    typeof algorithm === 'string' ? [] : [algorithm],
  );
  const visit = (expression: Expression): void => {
    if (expression.op === 'call') found.push(expression.function);
    operands(expression).forEach(visit);
  };
  for (const { holds } of struct.checks) visit(holds);
  virtualValues(struct).forEach(visit);
  for (const field of struct.fields) {
    if (field.encode !== undefined) visit(field.encode);
    visitNodes(field.node, (node) => {
      childrenOf(node).expressions.forEach(visit);
      if (node.kind === 'custom') found.push(node.codec);
      if (node.kind === 'processed' && node.processor.kind === 'bijection')
        found.push(node.processor.decode, node.processor.encode);
    });
  }
  return found;
}
