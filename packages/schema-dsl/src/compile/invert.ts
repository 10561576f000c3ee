import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';

/**
 * Solves `value = result` for `unknown`, which occurs in `value` exactly once: peels off plus, minus, times and div,
 * outermost first. `undefined` if that is not possible. Division is exact in both directions, so a result that would need
 * rounding is an error at evaluation.
 *
 * @example `4 + 2 * count(items) = n` gives `count(items) = (n - 4) / 2`
 */
export function invert(value: Expression, unknown: Expression, result: Expression): Expression | undefined {
  if (value === unknown) return result;
  if (occurrences(value, unknown) !== 1) return undefined;
  // it is on one side of each operator; the other side has nothing to peel
  switch (value.op) {
    case 'plus':
      return (
        invert(value.left, unknown, { op: 'minus', left: result, right: value.right }) ??
        invert(value.right, unknown, { op: 'minus', left: result, right: value.left })
      );
    case 'minus':
      return (
        invert(value.left, unknown, { op: 'plus', left: result, right: value.right }) ??
        invert(value.right, unknown, { op: 'minus', left: value.left, right: result })
      );
    case 'times':
      return (
        invert(value.left, unknown, { op: 'div', left: result, right: value.right }) ??
        invert(value.right, unknown, { op: 'div', left: result, right: value.left })
      );
    case 'div':
      return invert(value.left, unknown, { op: 'times', left: result, right: value.right });
    default:
      return undefined;
  }
}

function occurrences(expression: Expression, wanted: Expression): number {
  // the same property written twice is two equal expressions
  if (JSON.stringify(expression) === JSON.stringify(wanted)) return 1;
  return operands(expression).reduce((sum, operand) => sum + occurrences(operand, wanted), 0);
}
