import type { BinaryOperator, Expression } from '../../ir/expression.js';
import { constantValue } from '../../ir/expression.js';
import type { StructIR } from '../../ir/schema.js';

/** The constraints of a struct's checks on a single integer field. Bounds are inclusive. */
export interface IntegerConstraint {
  readonly min: bigint;
  readonly max: bigint;
}

/** The range that remains of an integer field's type after its comparisons with constants. */
export function constraintOf(struct: StructIR, field: string, type: IntegerConstraint): IntegerConstraint {
  let { min, max } = type;
  for (const check of struct.checks) {
    for (const part of conjuncts(check.holds)) {
      const comparison = comparisonWithConstant(part, field);
      if (comparison === undefined) continue;
      const { op, constant } = comparison;
      if (op === 'lt' && constant - 1n < max) max = constant - 1n;
      if ((op === 'le' || op === 'eq') && constant < max) max = constant;
      if (op === 'gt' && constant + 1n > min) min = constant + 1n;
      if ((op === 'ge' || op === 'eq') && constant > min) min = constant;
    }
  }
  return { min, max };
}

/** The pattern that a check requires of a string field, if any. */
export function patternOf(struct: StructIR, field: string): string | undefined {
  for (const check of struct.checks) {
    for (const part of conjuncts(check.holds)) {
      if (part.op === 'matches' && isField(part.of, field)) return part.pattern;
    }
  }
  return undefined;
}

/**
 * Whether a part of a check only bounds something by a constant, as {@link constraintOf} takes into account.
 */
export function isBound(part: Expression): boolean {
  if (!isComparison(part)) return false;
  const { left, right } = part;
  return (
    (integerConstant(left) ?? integerConstant(right)) !== undefined && (isMember(left) || isMember(right))
  );
}

/** The parts of a conjunction, all of which must hold. */
export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.op === 'and'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [expression];
}

const MIRRORED = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le', eq: 'eq' } as const;

function comparisonWithConstant(
  e: Expression,
  field: string,
): { op: keyof typeof MIRRORED; constant: bigint } | undefined {
  if (!isComparison(e)) return undefined;
  const right = integerConstant(e.right);
  if (right !== undefined && isField(e.left, field)) return { op: e.op, constant: right };
  const left = integerConstant(e.left);
  return left !== undefined && isField(e.right, field) ? { op: MIRRORED[e.op], constant: left } : undefined;
}

function isComparison(
  e: Expression,
): e is Extract<Expression, { op: BinaryOperator }> & { op: keyof typeof MIRRORED } {
  return e.op in MIRRORED;
}

function integerConstant(expression: Expression): bigint | undefined {
  if (expression.op !== 'constant') return undefined;
  const value = constantValue(expression.value);
  return typeof value === 'bigint' || Number.isSafeInteger(value)
    ? BigInt(value as number | bigint)
    : undefined;
}

function isField(expression: Expression, field: string): boolean {
  if (expression.op === 'toNumber') return isField(expression.of, field);
  return expression.op === 'field' && isMember(expression) && expression.path[0] === field;
}

function isMember(expression: Expression): boolean {
  if (expression.op === 'toNumber') return isMember(expression.of);
  return expression.op === 'field' && expression.path.length === 1;
}
