import { describe } from '@bytewright/runtime/codec';
import { operandsOf } from '../ir/analysis/operands-of.js';
import type { Expression } from '../ir/expression.js';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';

/**
 * The values that a condition compares: `size 0x50 (80), limit 0x40 (64)`.
 *
 * @param field the field that the error's path names
 */
export function describeOperands(condition: Expression, field: string | undefined, scope: Scope): string {
  const { shown, left } = operandsOf(condition, field);
  const texts = shown.map(({ label, expression }) => `${label}${describe(evaluate(expression, scope))}`);
  const rest = left === 0 ? '' : ` and ${left} more`;
  return texts.length === 0 ? 'false' : `${texts.join(', ')}${rest}`;
}
