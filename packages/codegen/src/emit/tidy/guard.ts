import { ts } from 'ts-morph';

/** A condition under which a look-ahead gives up: `if (end - offset < 4) return -1;`. */
export interface Guard {
  readonly statement: ts.IfStatement;
  readonly condition: ts.Expression;
}

/** The guard that a statement is, if it is one. */
export function guardOf(statement: ts.Statement | undefined): Guard | undefined {
  if (statement === undefined || !ts.isIfStatement(statement)) return undefined;
  const { expression, thenStatement, elseStatement } = statement;
  const [only, ...more] = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
  if (only === undefined || more.length > 0 || elseStatement !== undefined) return undefined;
  const isGivenUp =
    ts.isReturnStatement(only) && only.expression !== undefined && isMinusOne(only.expression);
  return isGivenUp ? { statement, condition: expression } : undefined;
}

function isMinusOne(node: ts.Expression): boolean {
  return (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.MinusToken &&
    ts.isNumericLiteral(node.operand) &&
    node.operand.text === '1'
  );
}
