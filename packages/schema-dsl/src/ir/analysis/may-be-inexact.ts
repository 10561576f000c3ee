import type { Expression } from '../expression.js';
import type { ExpressionContext } from './expression-context.js';
import { formulaOf, nodeOf } from './expression-context.js';
import { mayBeAbsent } from './may-be-absent.js';

/** Whether a number or bigint may turn out to be NaN: without an exact result, or because a field is absent. */
export function mayBeInexact(expression: Expression, context: ExpressionContext): boolean {
  const may = (e: Expression): boolean => mayBeInexact(e, context);
  switch (expression.op) {
    case 'div':
    case 'toNumber':
    case 'toBigint':
    case 'call':
      return true;
    case 'parameter':
      return expression.type === 'number'; // may be bound to any computed number
    case 'field':
    case 'element': {
      const formula = formulaOf(expression, context);
      if (formula !== undefined && may(formula)) return true;
      const node = nodeOf(expression, context);
      const kind = node?.node.kind;
      return node === undefined || node.isMaybeAbsent || kind === 'float' || kind === 'custom';
    }
    case 'plus':
    case 'minus':
    case 'times':
      return may(expression.left) || may(expression.right);
    case 'choose':
      return may(expression.yes) || may(expression.no);
    case 'count':
      return mayBeAbsent(expression, context);
    case 'size':
      return mayBeAbsent(expression.of, context);
    default:
      return false; // sizes, offsets, constants, and other types
  }
}
