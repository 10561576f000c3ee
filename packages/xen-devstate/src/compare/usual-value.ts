import type { Expression } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';

/** The possible values of an expression for a condition or a count. */
export type Value = number | boolean | undefined;

/** The value of an expression on a typical machine, with default parameters. `undefined` if it depends on fields. */
export function usualValue(expression: Expression): Value {
  return valueWhere(expression, (parameter) =>
    parameter.default === undefined ? undefined : plain(constantValue(parameter.default)),
  );
}

/** A parameter in an expression. */
type ParameterExpression = Extract<Expression, { op: 'parameter' }>;

/** The value of an expression for given parameters. `undefined` if one is missing, or if it depends on fields. */
export function valueWhere(
  expression: Expression,
  valueOfParameter: (parameter: ParameterExpression) => Value,
): Value {
  const of = (one: Expression): Value => valueWhere(one, valueOfParameter);
  switch (expression.op) {
    case 'constant':
      return plain(constantValue(expression.value));
    case 'parameter':
      return valueOfParameter(expression);
    case 'not': {
      const value = of(expression.of);
      return typeof value === 'boolean' ? !value : undefined;
    }
    case 'eq':
    case 'ne':
    case 'and':
    case 'or':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
    case 'plus':
    case 'minus':
    case 'times':
    case 'div':
      return ofTwo(expression.op, of(expression.left), of(expression.right));
    default:
      return undefined;
  }
}

function plain(value: unknown): Value {
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function ofTwo(op: string, left: Value, right: Value): Value {
  if (left === undefined || right === undefined) return undefined;
  if (op === 'eq') return left === right;
  if (op === 'ne') return left !== right;
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    if (op === 'and') return left === true && right === true;
    return op === 'or' ? left === true || right === true : undefined;
  }
  switch (op) {
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
      return left / right;
  }
}
