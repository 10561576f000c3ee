import type { Expression } from '../expression.js';
import type { ExpressionContext } from './expression-context.js';
import { formulaOf, nodeOf } from './expression-context.js';

/** Whether an expression passes on a field that may be absent, so that it may have no value. Arithmetic always has one: NaN. */
export function mayBeAbsent(expression: Expression, context: ExpressionContext): boolean {
  switch (expression.op) {
    case 'field': {
      const formula = formulaOf(expression, context);
      if (formula !== undefined) return mayBeAbsent(formula, context);
      return nodeOf(expression, context)?.isMaybeAbsent ?? false;
    }
    case 'element':
      return nodeOf(expression, context)?.isMaybeAbsent ?? false;
    case 'count':
      return nodeOf({ op: 'field', path: [expression.field] }, context)?.isMaybeAbsent ?? false;
    case 'afterLast':
      return mayBeAbsent(expression.of, context);
    case 'choose':
      return mayBeAbsent(expression.yes, context) || mayBeAbsent(expression.no, context);
    default:
      return false;
  }
}
