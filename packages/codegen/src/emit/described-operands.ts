import type { Expression } from '@bytewright/schema-dsl/ir';
import { operandsOf } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from './emitter.js';
import { emitExpression } from './expressions/emit-expression.js';
import { described } from './failures.js';
import { quote, template } from './names.js';

/**
 * The values that a condition compares, as a template: `size 0x50 (80), limit 0x40 (64)`.
 *
 * @param field what the error's path names
 */
export function describedOperands(
  condition: Expression,
  field: string | undefined,
  emitter: FunctionEmitter,
): string {
  const { shown, left } = operandsOf(condition, field);
  if (shown.length === 0) return quote('false');
  return template([
    ...shown.flatMap(({ label, expression }, index) => [
      `${index === 0 ? '' : ', '}${label}`,
      { expression: described(emitExpression(expression, emitter), emitter) },
    ]),
    left === 0 ? '' : ` and ${left} more`,
  ]);
}
