import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import { isExpr, makeExpr } from './expression.js';
import type { External } from './external.js';

/**
 * A number that a user-supplied function computes from a field, for what expressions cannot say: a count stored somewhere
 * in another field's table, or a single bit of a number. The function receives the field's value, must not modify it, and
 * must be deterministic. If it throws, or returns anything but a safe integer, the result is NaN, which equals nothing
 * and is not a valid size.
 *
 * It is never solved for its argument: the argument must be known first.
 *
 * @throws SchemaError if `compute` is not a function wrapped in `external()`
 * @example
 * const digits = (text: string): number => text.replace(/\D/g, '').length;
 * struct('Line', { text: string(prefix(u8)), marks: bytes(marks) }).where(($) => [
 *   $.marks.with(marks.of(computed(external({ module: './line.js', export: 'digits' }, digits), $.text))),
 * ]);
 * // 'a1b2' is followed by two marks
 */
export function computed<V>(compute: External<(value: V) => number>, of: Expr<V>): Expr<number> {
  if (typeof compute?.value !== 'function')
    throw new CallError(
      'invalid-argument',
      'computed()',
      `expected a function wrapped in external(), found ${describeArgument(compute)}; write computed(external({ module: './line.js', export: 'marks' }, marks), $.text)`,
    );
  if (!isExpr(of))
    throw new CallError(
      'invalid-argument',
      'computed()',
      `expected a field to compute from, found ${describeArgument(of)}; pass one, such as $.text`,
    );
  return makeExpr({ op: 'call', function: compute.external, of: of.expression });
}
