import { CallError } from '../ir/call-error.js';
import type { Expression } from '../ir/expression.js';
import { describeArgument } from './describe-argument.js';
import { isExpr } from './expression.js';

/**
 * The expression tree of an argument.
 *
 * @param call the calling function as errors name it: `presentWhen()`
 * @param example an example of a valid argument: `$.version.ge(2)`
 * @throws SchemaError if the argument is anything else
 */
export function requireExpression(value: unknown, call: string, example: string): Expression {
  if (isExpr(value)) return value.expression;
  throw new CallError(
    'invalid-argument',
    call,
    `expected an expression, found ${describeArgument(value)}; write, for example, ${example}`,
  );
}
