import type { BinaryOperator, ConstantValue, Expression } from '../expression.js';
import { constantValue, toConstant } from '../expression.js';

/** Parameters whose values are known. */
export type KnownParameters = ReadonlyMap<string, ConstantValue>;

/** The value of an expression over known parameters; `undefined` if it depends on anything else. */
export function evaluateKnown(expression: Expression, known: KnownParameters): ConstantValue | undefined {
  switch (expression.op) {
    case 'constant':
      return constantValue(expression.value);
    case 'parameter':
      return known.get(expression.name);
    case 'not': {
      const of = evaluateKnown(expression.of, known);
      return typeof of === 'boolean' ? !of : undefined;
    }
    case 'choose': {
      const when = evaluateKnown(expression.when, known);
      if (typeof when !== 'boolean') return undefined;
      return evaluateKnown(when ? expression.yes : expression.no, known);
    }
    case 'and':
    case 'or': {
      const decisive = expression.op === 'or';
      const sides = [evaluateKnown(expression.left, known), evaluateKnown(expression.right, known)];
      if (sides.includes(decisive)) return decisive;
      return sides.every((side) => side === !decisive) ? !decisive : undefined;
    }
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
    case 'plus':
    case 'minus':
    case 'times':
      return ofNumbers(
        expression.op,
        evaluateKnown(expression.left, known),
        evaluateKnown(expression.right, known),
      );
    default:
      return undefined;
  }
}

function ofNumbers(
  op: BinaryOperator,
  left: ConstantValue | undefined,
  right: ConstantValue | undefined,
): ConstantValue | undefined {
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (op) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'plus':
      return left + right;
    case 'minus':
      return left - right;
    case 'times':
      return left * right;
    default:
      return undefined;
  }
}

/**
 * The rest of an expression once parameters are known.
 *
 * @example `a and b`, where `a` is true, is `b`
 */
export function simplified(expression: Expression, known: KnownParameters): Expression {
  const value = evaluateKnown(expression, known);
  if (value !== undefined) return { op: 'constant', value: toConstant(value) };
  switch (expression.op) {
    case 'not':
      return { ...expression, of: simplified(expression.of, known) };
    case 'and':
    case 'or': {
      const left = simplified(expression.left, known);
      const right = simplified(expression.right, known);
      // a constant side is not the decisive one, or the whole would be known
      if (left.op === 'constant') return right;
      return right.op === 'constant' ? left : { ...expression, left, right };
    }
    default:
      return expression;
  }
}
