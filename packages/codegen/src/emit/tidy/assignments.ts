import { ts } from 'ts-morph';
import type { Binding } from './binding.js';
import { isUseOf } from './uses-in.js';

/** What a statement gives a variable. */
export interface Assigned {
  readonly value: ts.Expression;
  /** Whether it is added to what there is: `+=`. */
  readonly isAdded: boolean;
}

/** What a statement assigns to a variable, or declares it with, if it does no more than that. */
export function assignedTo(binding: Binding, statement: ts.Statement | undefined): Assigned | undefined {
  if (statement === undefined) return undefined;
  if (ts.isVariableStatement(statement)) {
    const [only, ...more] = statement.declarationList.declarations;
    const value = only === binding.declaration && more.length === 0 ? only?.initializer : undefined;
    return value && { value, isAdded: false };
  }
  const { left, right, operator } = assignmentOf(statement) ?? {};
  if (left === undefined || right === undefined || !isUseOf(binding, left)) return undefined;
  if (operator === ts.SyntaxKind.EqualsToken) return { value: right, isAdded: false };
  return operator === ts.SyntaxKind.PlusEqualsToken ? { value: right, isAdded: true } : undefined;
}

/** The member that a statement assigns a variable to, and that is all it does. */
export function storedIn(binding: Binding, statement: ts.Statement): Member | undefined {
  const { left, right, operator } = assignmentOf(statement) ?? {};
  if (left === undefined || right === undefined || operator !== ts.SyntaxKind.EqualsToken) return undefined;
  return isMember(left) && isUseOf(binding, right) ? left : undefined;
}

/** `a.b`, which nothing stands behind but what was assigned to it. */
export type Member = ts.PropertyAccessExpression & { readonly expression: ts.Identifier };

/** Whether an expression is a member of something that has a name. */
export function isMember(node: ts.Expression): node is Member {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);
}

/** A statement that only assigns, taken apart. */
function assignmentOf(
  statement: ts.Statement,
):
  | { readonly left: ts.Expression; readonly right: ts.Expression; readonly operator: ts.SyntaxKind }
  | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { left, right, operatorToken } = statement.expression;
  return { left, right, operator: operatorToken.kind };
}
