import type { Expression } from '../../ir/expression.js';
import { fieldsOf, offsetsIn, operands, parametersOf } from '../../ir/expression.js';

/** What an expression depends on: all of it must be settled before the expression has its value. */
export interface Needs {
  readonly parameters: readonly string[];
  readonly fields: readonly string[];
  /** Fields whose offsets it uses. */
  readonly offsets: readonly string[];
  /** Whether it uses the list element that a node belongs to. */
  readonly element: boolean;
}

const memo = new WeakMap<Expression, Needs>();

/** The dependencies of an expression; cached, as they are needed for every value that is tried. */
export function needsOf(expression: Expression): Needs {
  const known = memo.get(expression);
  if (known !== undefined) return known;
  const needs: Needs = {
    parameters: [...parametersOf(expression)],
    fields: [...fieldsOf(expression)],
    offsets: [...offsetsIn(expression)],
    element: speaksOfElement(expression),
  };
  memo.set(expression, needs);
  return needs;
}

function speaksOfElement(expression: Expression): boolean {
  return expression.op === 'element' || operands(expression).some(speaksOfElement);
}
