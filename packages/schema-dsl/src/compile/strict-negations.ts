import type { BinaryOperator, Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';

/** The negation of each comparison of numbers that is a single comparison. */
const OPPOSITES = { lt: 'ge', ge: 'lt', gt: 'le', le: 'gt' } as const;

/**
 * A condition that is false if a user-supplied function throws: `computed(…)` is then NaN, and NaN differs from every
 * number. So an inequality becomes "less or greater", which NaN never is, and negated comparisons are replaced by their
 * opposites.
 *
 * @example `computed(f, n) ≠ 5` becomes `computed(f, n) < 5 or computed(f, n) > 5`
 */
export function strictNegations(condition: Expression, isNegated = false): Expression {
  if (!isComputedWithin(condition)) return isNegated ? { op: 'not', of: condition } : condition;
  switch (condition.op) {
    case 'not':
      return strictNegations(condition.of, !isNegated);
    case 'and':
    case 'or': {
      const op = (condition.op === 'and') === isNegated ? 'or' : 'and';
      return {
        op,
        left: strictNegations(condition.left, isNegated),
        right: strictNegations(condition.right, isNegated),
      };
    }
    case 'eq':
    case 'ne': {
      if (!isComputed(condition.left) && !isComputed(condition.right)) break;
      if ((condition.op === 'eq') !== isNegated) return { ...condition, op: 'eq' };
      const less: Expression = { ...condition, op: 'lt' };
      return { op: 'or', left: less, right: { ...condition, op: 'gt' } };
    }
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return isNegated ? { ...condition, op: OPPOSITES[condition.op] satisfies BinaryOperator } : condition;
    default:
  }
  return isNegated ? { op: 'not', of: condition } : condition;
}

function isComputedWithin(expression: Expression): boolean {
  return expression.op === 'call' || operands(expression).some(isComputedWithin);
}

/** Whether an expression is NaN if a user-supplied function returns no number. */
function isComputed(expression: Expression): boolean {
  switch (expression.op) {
    case 'call':
      return true;
    case 'plus':
    case 'minus':
    case 'times':
    case 'div':
      return isComputed(expression.left) || isComputed(expression.right);
    case 'choose':
      return isComputed(expression.yes) || isComputed(expression.no);
    default:
      return false;
  }
}
