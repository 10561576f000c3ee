import { ts } from 'ts-morph';
import { LINE_WIDTH } from '../line-width.js';
import { hasComment } from './control-flow.js';
import type { Edits } from './edits.js';
import type { Guard } from './guard.js';
import { guardOf } from './guard.js';
import type { Names } from './resolve-names.js';

/**
 * Makes one condition of those under which a look-ahead gives up, one after the other, as far as a line has room for it, and one
 * expression of the last one with the result: `return version !== 2 || end - start < 25 ? -1 : start + 25;`
 */
export function mergeGuards({ lists }: Names, edits: Edits): void {
  for (const list of lists.values()) {
    if (!list.item.isLive) continue;
    const statements = list.statements.filter((one) => !edits.isRemoved(one));
    let group: Group | undefined;
    for (const [index, statement] of statements.entries()) {
      const guard = guardOf(statement);
      const before = statements[index - 1];
      const isNext = before !== undefined && !hasComment(before, statement);
      if (guard === undefined) {
        const isLast = list.bodyOf !== undefined && index === statements.length - 1;
        if (group !== undefined && isNext && isLast) endWith(group, statement, edits);
        group = undefined;
      } else if (group === undefined || !isNext || !join(group, guard, depthOf(statement), edits))
        group = { first: guard, last: guard, text: guard.condition.getText() };
    }
  }
}

interface Group {
  readonly first: Guard;
  last: Guard;
  /** Its condition. */
  text: string;
}

/** Adds a guard to those in front of it, if there is room. */
function join(group: Group, next: Guard, depth: number, edits: Edits): boolean {
  const { last } = group;
  const range = rangeOf(last.condition, next.condition);
  const [from, to] = [last.condition, next.condition];
  const text =
    range === undefined
      ? `${asOperand(group.text, group.first === last ? from : undefined)} || ${asOperand(to.getText(), to)}`
      : group.text.slice(0, group.text.length - from.getText().length) + range;
  if (2 * depth + `if (${text}) return -1;`.length > LINE_WIDTH) return false;
  if (range !== undefined) edits.replace(from.getStart(), to.end, range);
  else {
    const [open, close] = isLoose(to) ? ['(', ')'] : ['', ''];
    if (group.first === last && isLoose(from)) edits.replace(from.getStart(), from.getStart(), '(');
    edits.replace(from.end, to.getStart(), `${group.first === last && isLoose(from) ? ')' : ''} || ${open}`);
    if (close !== '') edits.replace(to.end, to.end, close);
  }
  group.last = next;
  group.text = text;
  return true;
}

/** `return end - offset < 42 ? -1 : offset + 42;` */
function endWith({ first, last, text }: Group, statement: ts.Statement, edits: Edits): void {
  const result = ts.isReturnStatement(statement) ? statement.expression : undefined;
  if (result === undefined || [first.condition, last.condition, result].some(hasChoice)) return;
  if (`return ${text} ? -1 : ${result.getText()};`.length + 2 > LINE_WIDTH) return;
  edits.replace(first.statement.getStart(), first.condition.getStart(), 'return ');
  edits.replace(last.condition.end, result.getStart(), ' ? -1 : ');
}

/** A number that is in no range, or not the only one that it may be, as a person compares it. */
function rangeOf(first: ts.Expression, second: ts.Expression): string | undefined {
  const [least, most] = [negated(first), negated(second)];
  if (least?.operatorToken.kind !== ts.SyntaxKind.GreaterThanEqualsToken) return undefined;
  if (most?.operatorToken.kind !== ts.SyntaxKind.LessThanEqualsToken) return undefined;
  const [name, from, to] = [least.left.getText(), least.right.getText(), most.right.getText()];
  if (!ts.isIdentifier(least.left) || most.left.getText() !== name) return undefined;
  return from === to ? `${name} !== ${from}` : `!(${name} >= ${from} && ${name} <= ${to})`;
}

function negated(node: ts.Expression): ts.BinaryExpression | undefined {
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== ts.SyntaxKind.ExclamationToken) return undefined;
  const inside = ts.isParenthesizedExpression(node.operand) ? node.operand.expression : node.operand;
  return ts.isBinaryExpression(inside) && ts.isNumericLiteral(inside.right) ? inside : undefined;
}

/** A condition beside `||`; the formatter tells `&&` apart from that, what binds less needs brackets. */
function asOperand(text: string, node: ts.Expression | undefined): string {
  return node !== undefined && isLoose(node) ? `(${text})` : text;
}

function isLoose(node: ts.Expression): boolean {
  if (ts.isConditionalExpression(node)) return true;
  const kind = ts.isBinaryExpression(node) ? node.operatorToken.kind : undefined;
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

function hasChoice(node: ts.Node): boolean {
  if (ts.isConditionalExpression(node)) return true;
  return ts.forEachChild(node, (child) => hasChoice(child) || undefined) ?? false;
}

/** How deep a statement stands in blocks. */
function depthOf(statement: ts.Node): number {
  let depth = 0;
  for (let node = statement.parent; !ts.isSourceFile(node); node = node.parent)
    if (ts.isBlock(node) || ts.isCaseOrDefaultClause(node) || ts.isCaseBlock(node)) depth++;
  return depth;
}
