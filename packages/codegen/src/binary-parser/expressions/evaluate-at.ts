import type { Expression, StructIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, operands, unionField, visitNodes } from '@bytewright/schema-dsl/ir';
import type { Site } from '../site.js';
import type { Evaluate, ExpressionScope } from './compile-expression.js';
import { compileExpression } from './compile-expression.js';

/**
 * Compiles an expression for where a node stands: over the fields of its struct, and the parameters bound
 * there.
 */
export function evaluateAt(site: Site, expression: Expression): Evaluate {
  return compileExpression(expression, scopeAt(site));
}

/** Compiles a condition on elements. */
export function evaluateElement(site: Site, condition: Expression): (element: unknown) => unknown {
  let current: unknown;
  const evaluate = compileExpression(condition, { ...scopeAt(site), element: () => current });
  return (element) => {
    current = element;
    return evaluate();
  };
}

function scopeAt(site: Site): ExpressionScope {
  const { state } = site.build;
  return {
    field: (name) => state.field(name),
    parameter: (name) => state.parameter(name),
    byteLength: (name) => Number(state.field(endSlot(name))) - Number(state.field(startSlot(name))),
    offsetOf: (name) => Number(state.field(startSlot(name))) - Number(state.field(STRUCT_START)),
    selector: (name) => site.struct && unionField(site.struct, name)?.selector,
  };
}

/** The helper that holds the offset at which the struct begins. */
export const STRUCT_START = '$start';

/** The helper that holds the offset at which a field begins. */
export const startSlot = (field: string): string => `$start_${field}`;

/** The helper that holds the offset at which a field ends. */
export const endSlot = (field: string): string => `$end_${field}`;

/** The fields of which a decoder must know where they lie: offsets are saved around these. */
export function measuredFields(struct: StructIR): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.op === 'byteLength' || expression.op === 'offsetOf') found.add(expression.field);
    if (expression.op === 'tagOf') {
      const selector = unionField(struct, expression.field)?.selector;
      if (selector !== undefined) visit(selector);
    }
    operands(expression).forEach(visit);
  };
  for (const { name, node } of struct.fields) if (node.kind === 'align') found.add(name);
  for (const check of struct.checks) visit(check.holds);
  for (const field of struct.fields)
    visitNodes(field.node, (node) => childrenOf(node).expressions.forEach(visit));
  return found;
}
