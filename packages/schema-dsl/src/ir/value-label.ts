import type { Expression } from './expression.js';
import { printExpression } from './print-expression.js';

/** The label before an expression's value in messages: `size ` for a field, `count(items) = ` for a computed value. */
export function valueLabel(expression: Expression): string {
  return /^[\w.]+$/.test(printExpression(expression))
    ? `${printExpression(expression)} `
    : formulaLabel(expression);
}

/** The label of a value that is required, or not named by itself: `size = `. */
export function formulaLabel(expression: Expression): string {
  const text = printExpression(expression);
  return `${expression.op === 'choose' ? `(${text})` : text} = `;
}
