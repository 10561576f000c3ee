import type { BindingIR, Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import { printExpression } from '../ir/print-expression.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Node } from '../language/node.js';
import type { RelationIR } from '../language/relation.js';
import { turnedAround } from './turned-around.js';

/**
 * What a parameter is bound to is known before the field is decoded. A length, count, presence or tag of what comes behind
 * is what a nested header would tell: relations are not solved across structs, so that is said the other way round.
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
        ? `binds ${parameter} to its own ${op}, and ${known}; bind it to an earlier field`
        : `binds ${parameter} for what is in front of ${later}, and ${known}; keep ${parameter} in the value of ${field}, without derived(), and ${turnedAround(expression, `$.${field}.$.${parameter}`)}`,
    );
  };
  for (const binding of bindings) check(binding.value, binding);
}
