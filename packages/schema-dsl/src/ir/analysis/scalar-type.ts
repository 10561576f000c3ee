import type { Expression, ScalarType } from '../expression.js';
import { constantValue } from '../expression.js';

/**
 * The type of an expression's value, as far as it is known; `typeOfField` gives that of a path of fields, `typeOfElement` that
 * of a path from an element. `undefined` if the value is not a scalar, or may be anything.
 */
export function scalarTypeOf(
  expression: Expression,
  typeOfField: (path: readonly string[]) => ScalarType | undefined,
  typeOfElement: (path: readonly string[]) => ScalarType | undefined = () => undefined,
): ScalarType | undefined {
  const typeOf = (e: Expression): ScalarType | undefined => scalarTypeOf(e, typeOfField, typeOfElement);
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
    case 'element':
      return typeOfElement(expression.path);
    case 'tagOf':
      return undefined;
    case 'choose':
      return typeOf(expression.yes) ?? typeOf(expression.no);
    case 'plus':
    case 'minus':
    case 'times':
    case 'div':
      return typeOf(expression.left) ?? typeOf(expression.right);
    default:
      return 'boolean';
  }
}
