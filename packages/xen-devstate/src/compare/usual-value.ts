import type { Expression } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';

/** What an expression is on a machine as most are: parameters at their defaults. `undefined` where fields decide. */
export function usualValue(expression: Expression): number | boolean | undefined {
  switch (expression.op) {
    case 'constant':
      return plain(constantValue(expression.value));
    case 'parameter':
      return expression.default === undefined ? undefined : plain(constantValue(expression.default));
    case 'not': {
      const value = usualValue(expression.of);
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
      return ofTwo(expression.op, usualValue(expression.left), usualValue(expression.right));
    default:
      return undefined;
  }
}

function plain(value: unknown): number | boolean | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

type Value = number | boolean | undefined;

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
