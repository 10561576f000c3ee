import type { Expression, ScalarType } from '../expression.js';
import { constantValue } from '../expression.js';

/**
 * The type of an expression's value, as far as it shows; `typeOfField` tells that of a path of fields. `undefined`
 * where the value is no scalar, or may be anything.
 */
export function scalarTypeOf(
  expression: Expression,
  typeOfField: (path: readonly string[]) => ScalarType | undefined,
): ScalarType | undefined {
  switch (expression.op) {
    case 'constant': {
      const type = typeof constantValue(expression.value);
      return type === 'object' ? undefined : (type as ScalarType); // constants are scalars or bytes
    }
    case 'field':
      return typeOfField(expression.path);
    case 'parameter':
      return expression.type;
    case 'byteLength':
    case 'offsetOf':
    case 'count':
    case 'size':
    case 'toNumber':
    case 'call':
      return 'number';
    case 'toBigint':
      return 'bigint';
    case 'afterLast':
      return 'string';
    case 'tagOf':
    case 'element':
      return undefined;
    case 'choose':
      return scalarTypeOf(expression.yes, typeOfField) ?? scalarTypeOf(expression.no, typeOfField);
    case 'plus':
    case 'minus':
    case 'times':
    case 'div':
      return scalarTypeOf(expression.left, typeOfField) ?? scalarTypeOf(expression.right, typeOfField);
    default:
      return 'boolean';
  }
}
