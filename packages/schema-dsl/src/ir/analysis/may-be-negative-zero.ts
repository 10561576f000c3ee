import type { Expression } from '../expression.js';
import { constantValue } from '../expression.js';
import { bitsTraits } from '../nodes/bits.js';
import { isNumeric, numericTraits } from '../nodes/numeric.js';
import type { ExpressionContext } from './expression-context.js';
import { formulaOf, nodeOf } from './expression-context.js';

/**
 * Whether JavaScript may give -0 for an expression over numbers: if a float is passed on, or if a zero meets a negative number.
 * Only a field by itself may have that value, so code that computes an expression converts it to 0.
 *
 * @example `a × -1` for an unsigned `a`; not `a × 4`, `a - 1` or `a + b`
 */
export function mayBeNegativeZero(expression: Expression, context: ExpressionContext): boolean {
  const may = (e: Expression): boolean => mayBeNegativeZero(e, context);
  switch (expression.op) {
    case 'field':
    case 'element': {
      const formula = formulaOf(expression, context);
      if (formula !== undefined && may(formula)) return true;
      const node = nodeOf(expression, context)?.node;
      return node === undefined || node.kind === 'float' || node.kind === 'custom';
    }
    case 'choose':
      return may(expression.yes) || may(expression.no);
    default:
      return false;
  }
}

/** Whether an operator gives -0 for some of its possible operands. */
export function givesNegativeZero(
  op: 'plus' | 'minus' | 'times',
  { left, right }: { readonly left: Expression; readonly right: Expression },
  context: ExpressionContext,
): boolean {
  const may = (e: Expression): boolean => mayBeNegativeZero(e, context);
  switch (op) {
    case 'plus':
      return may(left) && may(right);
    case 'minus':
      return may(left);
    case 'times': {
      if (isUnsigned(left, context) && isUnsigned(right, context)) return false;
      const isScaled = (by: Expression, of: Expression): boolean => isPositive(by) && !may(of);
      return !isScaled(left, right) && !isScaled(right, left);
    }
  }
}

function isPositive(expression: Expression): boolean {
  if (expression.op !== 'constant') return false;
  const value = constantValue(expression.value);
  return typeof value === 'number' && value > 0;
}

/** Whether a number is never negative and never -0. */
function isUnsigned(expression: Expression, context: ExpressionContext): boolean {
  switch (expression.op) {
    case 'constant':
      return isPositive(expression) || constantValue(expression.value) === 0;
    case 'byteLength':
    case 'offsetOf':
    case 'count':
    case 'size':
      return true;
    case 'plus':
    case 'times':
      return isUnsigned(expression.left, context) && isUnsigned(expression.right, context);
    case 'field':
    case 'element': {
      const node = nodeOf(expression, context)?.node;
      if (node === undefined) return false;
      if (node.kind === 'bits') return bitsTraits(node).min === 0n;
      return isNumeric(node) && numericTraits(node).min === 0n;
    }
    default:
      return false;
  }
}
