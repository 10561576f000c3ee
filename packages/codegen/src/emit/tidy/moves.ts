import { ts } from 'ts-morph';
import type { Binding } from './binding.js';
import { STANDING_FUNCTIONS } from './standing-functions.js';
import { usesIn } from './uses-in.js';

/**
 * Whether a node may assign another value to a member of an object, such as the offset of `input`: by itself, or by a function
 * that it hands the object to.
 */
export function moves(object: Binding, member: string, node: ts.Node): boolean {
  return usesIn(object, node).some((use) => {
    const { parent } = use.node;
    if (ts.isPropertyAccessExpression(parent)) {
      const isAsked = parent.name.text === member;
      return isAsked && ts.isBinaryExpression(parent.parent) && isAssigned(parent, parent.parent);
    }
    const isGiven = ts.isCallExpression(parent) && ts.isIdentifier(parent.expression);
    const isUnpacked = ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name);
    return !isUnpacked && !(isGiven && STANDING_FUNCTIONS.has(parent.expression.text));
  });
}

function isAssigned(target: ts.Expression, { left, operatorToken: { kind } }: ts.BinaryExpression): boolean {
  const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  return isAssignment && left === target;
}
