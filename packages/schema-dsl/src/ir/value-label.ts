import type { Expression } from './expression.js';
import { printExpression } from './print-expression.js';

/** What stands in front of an expression's value in messages: `size ` of a field, `count(items) = ` of what is computed. */
export function valueLabel(expression: Expression): string {
  return /^[\w.]+$/.test(printExpression(expression))
    ? `${printExpression(expression)} `
    : formulaLabel(expression);
}

/** The same where it is a value that is demanded, or not named by itself: `size = `. */
export function formulaLabel(expression: Expression): string {
  const text = printExpression(expression);
  return `${expression.op === 'choose' ? `(${text})` : text} = `;
}
