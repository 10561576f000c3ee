import { CallError } from '../ir/call-error.js';
import type { Expression } from '../ir/expression.js';
import { describeArgument } from './describe-argument.js';
import { isExpr } from './expression.js';

/**
 * The tree of an expression, for a function that is given one.
 *
 * @param call the function, as errors call it: `presentWhen()`
 * @param example what could stand there: `$.version.ge(2)`
 * @throws SchemaError where it is something else
 */
export function requireExpression(value: unknown, call: string, example: string): Expression {
  if (isExpr(value)) return value.expression;
  throw new CallError(
    'invalid-argument',
    call,
    `expected an expression, found ${describeArgument(value)}; write such as ${example}`,
  );
}
