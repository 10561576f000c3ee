import type { Expression } from '../expression.js';

/** Whether the value of an expression is always computed, rather than passed on from a field. */
export function isComputed(expression: Expression): boolean {
  switch (expression.op) {
    case 'constant':
    case 'field':
    case 'element':
    case 'parameter':
    case 'tagOf':
      return false;
    case 'choose':
      return isComputed(expression.yes) && isComputed(expression.no);
    default:
      return true;
  }
}
