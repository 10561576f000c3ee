import type { BindingIR, Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import { printExpression } from '../ir/print-expression.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Node } from '../language/node.js';
import type { RelationIR } from '../language/relation.js';
import { turnedAround } from './turned-around.js';

/**
 * The value that a parameter is bound to must be known before the field is decoded. A length, count, presence or tag of a
 * later field is not: relations are not solved across structs, so the relation must be stated the other way round.
 */
export function checkBoundValues(
  struct: string,
  { field, bindings }: Extract<RelationIR, { kind: 'with' }>,
  nodes: ReadonlyMap<string, Node<unknown>>,
): void {
  const names = [...nodes.keys()];
  const check = (expression: Expression, { parameter }: BindingIR): void => {
    for (const operand of operands(expression)) check(operand, { parameter, value: operand });
    const { op } = expression;
    if (op !== 'byteLength' && op !== 'count' && op !== 'present' && op !== 'tagOf') return;
    const { field: later } = expression;
    if (names.indexOf(later) < names.indexOf(field)) return;
    const known = `${printExpression(expression)} is known only when ${later} has been decoded`;
    throw new SchemaError(
      'used-before-decoded',
      `${struct}.${field}`,
      later === field
        ? `binds ${parameter} to its own ${op}, but ${known}; bind it to an earlier field`
        : `binds ${parameter} for a field before ${later}, but ${known}; keep ${parameter} in the value of ${field}, not derived(), and ${turnedAround(expression, `$.${field}.$.${parameter}`)}`,
    );
  };
  for (const binding of bindings) check(binding.value, binding);
}
