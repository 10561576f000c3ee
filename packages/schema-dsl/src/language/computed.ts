import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';
import type { Expr } from './expression.js';
import { isExpr, makeExpr } from './expression.js';
import type { External } from './external.js';

/**
 * A number that a function of one's own computes from a field, for what no expression can say: a count that stands
 * somewhere in a table of another field's, or a single bit of a number. The function gets the field's value, must not
 * change it, and must give the same number for the same value. An exception, and anything but a safe integer, is NaN,
 * which equals nothing and is not a size.
 *
 * It is never turned around: what it is given has to be known before.
 *
 * @throws SchemaError for anything but a function that `external()` has named.
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
      `expected a function that external() has named, found ${describeArgument(compute)}; write computed(external({ module: './line.js', export: 'marks' }, marks), $.text)`,
    );
  if (!isExpr(of))
    throw new CallError(
      'invalid-argument',
      'computed()',
      `expected a field to compute from, found ${describeArgument(of)}; give one, such as $.text`,
    );
  return makeExpr({ op: 'call', function: compute.external, of: of.expression });
}
