import { ts } from 'ts-morph';
import type { Edits } from './edits.js';
import { guardOf } from './guard.js';
import type { Names } from './resolve-names.js';

/** Drops a test for the end that a later one makes as well, before anything is looked at: bytes are only passed over in between. */
export function dropEarlyTests({ lists }: Names, edits: Edits): void {
  for (const { statements, item } of lists.values()) {
    if (!item.isLive) continue;
    for (const [index, statement] of statements.entries()) {
      const test = passedIn(statement);
      if (test !== undefined && isTestedLater(test, statements.slice(index + 1)))
        edits.removeStatement(statement);
    }
  }
}

/** A test whether an offset is behind the end, which bytes that were passed over may have brought about. */
interface PastEnd {
  readonly offset: string;
  readonly end: string;
}

/** `if (offset > end) return -1;` */
function passedIn(statement: ts.Statement): PastEnd | undefined {
  const condition = guardOf(statement)?.condition;
  if (condition === undefined || !ts.isBinaryExpression(condition)) return undefined;
  const { left, operatorToken, right } = condition;
  const isTest = operatorToken.kind === ts.SyntaxKind.GreaterThanToken;
  return isTest && ts.isIdentifier(left) && ts.isIdentifier(right)
    ? { offset: left.text, end: right.text }
    : undefined;
}

function isTestedLater(test: PastEnd, behind: readonly ts.Statement[]): boolean {
  for (const next of behind) {
    const again = passedIn(next);
    if (again !== undefined && again.offset === test.offset && again.end === test.end) return true;
    if (leavesTooFew(next, test)) return true;
    if (!passesOver(next, test.offset)) return false;
  }
  return false;
}

/** `if (end - offset < 4) return -1;` */
function leavesTooFew(statement: ts.Statement, { offset, end }: PastEnd): boolean {
  const condition = guardOf(statement)?.condition;
  if (condition === undefined || !ts.isBinaryExpression(condition)) return false;
  const { left, operatorToken, right } = condition;
  return (
    operatorToken.kind === ts.SyntaxKind.LessThanToken &&
    ts.isNumericLiteral(right) &&
    ts.isBinaryExpression(left) &&
    left.operatorToken.kind === ts.SyntaxKind.MinusToken &&
    isNamed(left.left, end) &&
    isNamed(left.right, offset)
  );
}

/** `offset += 4;`, under a condition that does not look at the offset, or under none. */
function passesOver(statement: ts.Statement, offset: string): boolean {
  if (ts.isIfStatement(statement)) {
    const { expression, thenStatement, elseStatement } = statement;
    const [only, ...more] = ts.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
    const isAlone = only !== undefined && more.length === 0 && elseStatement === undefined;
    return isAlone && !mentions(expression, offset) && passesOver(only, offset);
  }
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return false;
  const { left, operatorToken, right } = statement.expression;
  const isAdded = operatorToken.kind === ts.SyntaxKind.PlusEqualsToken;
  return isAdded && isNamed(left, offset) && ts.isNumericLiteral(right);
}

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

function mentions(node: ts.Node, name: string): boolean {
  if (isNamed(node, name)) return true;
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false;
}
