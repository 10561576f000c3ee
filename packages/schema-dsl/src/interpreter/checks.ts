import { describe, describeResult, equalValues, unlikeTexts } from '@bytewright/runtime/codec';
import { equatedContent, isShown } from '../ir/analysis/content.js';
import { isComputed } from '../ir/analysis/is-computed.js';
import type { BinaryOperator, Expression } from '../ir/expression.js';
import { printExpression } from '../ir/print-expression.js';
import type { CheckIR, SchemaIR, StructIR } from '../ir/schema.js';
import { formulaLabel } from '../ir/value-label.js';
import type { DecodeContext } from './decode-context.js';
import type { DecodeScope } from './decode-scope.js';
import { describeOperands } from './describe-operands.js';
import type { EncodeContext } from './encode-context.js';
import type { EncodeScope } from './encode-scope.js';
import { evaluate } from './evaluate.js';
import type { Scope } from './scope.js';

/** Runs the checks that are due after the field at `index` has been decoded. */
export function failedCheck(
  definition: StructIR,
  index: number,
  context: DecodeContext,
  scope: DecodeScope,
  start: number,
): boolean {
  for (const check of definition.checks) {
    if (check.after !== index || holds(check, scope)) continue;
    const { expected, found } = describeCheck(check, definition, context.structs, scope);
    const at = scope.startOf(check.field as string) ?? start; // the struct if the check names no field
    if (check.field !== undefined) context.path.push(check.field);
    context.fail(check.code, at, expected, found);
    if (check.field !== undefined) context.path.pop();
    return true;
  }
  return false;
}

/** The same for what has been encoded. @throws EncodeError if a check fails */
export function runChecks(
  definition: StructIR,
  index: number,
  context: EncodeContext,
  scope: EncodeScope,
  starts: ReadonlyMap<string, number>,
  start: number,
): void {
  for (const check of definition.checks) {
    if (check.after !== index || holds(check, scope)) continue;
    const { expected, found } = describeCheck(check, definition, context.structs, scope);
    const at = starts.get(check.field as string) ?? start; // the struct if the check names no field
    if (check.field !== undefined) context.path.push(check.field);
    throw context.error(check.code, expected(), found(), at);
  }
}

/** Whether a check holds. A derived field must be exactly what is encoded for it: 0 and -0 differ, and NaN equals NaN. */
function holds(check: CheckIR, scope: Scope): boolean {
  if (!isEquation(check)) return Boolean(evaluate(check.holds, scope));
  const { holds } = check;
  const found = evaluate(holds.left, scope);
  const expected = evaluate(holds.right, scope);
  return isComputed(holds.right)
    ? found === expected && !Object.is(found, -0)
    : equalValues(found, expected, scope.keysNotCompared(holds));
}

/** A check that a derived field equals its formula, if the equation could not be solved. */
type Equation = CheckIR & {
  readonly field: string;
  readonly holds: Extract<Expression, { op: BinaryOperator }>;
};

function isEquation(check: CheckIR): check is Equation {
  return check.code === 'mismatch';
}

interface FailureTexts {
  readonly expected: () => string;
  readonly found: () => string;
}

/** What a failed check expected and found: for an equation its sides, for an author's check its message and the values in it. */
function describeCheck(
  check: CheckIR,
  struct: StructIR,
  structs: SchemaIR['structs'],
  scope: Scope,
): FailureTexts {
  if (!isEquation(check)) {
    const { field, holds, message } = check;
    return { expected: () => message, found: () => describeOperands(holds, field, scope) };
  }
  const { field, holds } = check;
  const content = equatedContent(holds, { struct, structs });
  if (content !== undefined && !isShown(content)) return unlike(holds, scope);
  return {
    expected: () => describeFormula(holds.right, scope),
    found: () => describe(scope.field(field)),
  };
}

function unlike(equation: Extract<Expression, { op: BinaryOperator }>, scope: Scope): FailureTexts {
  const { left, right } = equation;
  const [found, expected] = [left, right].map((side) => evaluate(side, scope));
  const [name, omitted] = [printExpression(right), scope.keysNotCompared(equation)];
  return {
    expected: () => unlikeTexts(found, expected, name, omitted)[0],
    found: () => unlikeTexts(found, expected, name, omitted)[1],
  };
}

/** A formula and its value: `byteLength(body) = 4`. */
function describeFormula(formula: Expression, scope: Scope): string {
  const describeValue = isComputed(formula) ? describeResult : describe;
  return `${formulaLabel(formula)}${describeValue(evaluate(formula, scope))}`;
}
