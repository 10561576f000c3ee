import type { Expression } from '../expression.js';

/** Whether the value of an expression is computed in any case, rather than handed on as some field has it. */
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
