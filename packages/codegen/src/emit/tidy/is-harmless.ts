import { ts } from 'ts-morph';

/** Functions that only look at bytes whose presence has been checked before, or at a number. */
const LOOKING = /^(?:get[A-Z0-9]\w*|Number|Boolean)$/;

/** Operators that may fail for some operands: a division of a bigint by zero. */
const FAILING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
]);

/** Whether an expression may be left out where nobody wants its value: it has no effect, and it does not fail. */
export function isHarmless(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || ts.isLiteralExpression(node)) return true;
  if (ts.isPropertyAccessExpression(node)) return isHarmless(node.expression);
  if (ts.isElementAccessExpression(node))
    return isHarmless(node.expression) && isHarmless(node.argumentExpression);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return isHarmless(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return !isStep(node.operator) && isHarmless(node.operand);
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return !isAssignment && !FAILING.has(kind) && isHarmless(node.left) && isHarmless(node.right);
  }
  if (ts.isConditionalExpression(node))
    return isHarmless(node.condition) && isHarmless(node.whenTrue) && isHarmless(node.whenFalse);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isHarmless);
  if (ts.isObjectLiteralExpression(node)) return node.properties.every(isHarmlessMember);
  if (ts.isCallExpression(node)) return isLooking(node.expression) && node.arguments.every(isHarmless);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return true;
  return isKeywordValue(node);
}

function isHarmlessMember(member: ts.ObjectLiteralElementLike): boolean {
  if (ts.isPropertyAssignment(member)) return isHarmless(member.initializer);
  return ts.isShorthandPropertyAssignment(member) || ts.isMethodDeclaration(member);
}

/** `view.getUint8`, `bytes.subarray`, and functions of the runtime that are named like the former. */
function isLooking(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return LOOKING.test(callee.text);
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return false;
  const [of, name] = [callee.expression.text, callee.name.text];
  return (of === 'view' && name.startsWith('get')) || (of === 'bytes' && name === 'subarray');
}

function isStep(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function isKeywordValue({ kind }: ts.Node): boolean {
  return (
    kind === ts.SyntaxKind.TrueKeyword ||
    kind === ts.SyntaxKind.FalseKeyword ||
    kind === ts.SyntaxKind.NullKeyword
  );
}
