import { ts } from 'ts-morph';
import { LINE_WIDTH } from '../line-width.js';
import type { Assigned } from './assignments.js';
import { assignedTo } from './assignments.js';
import type { Binding } from './binding.js';
import type { Edits } from './edits.js';
import type { Names, StatementList } from './resolve-names.js';
import { isThere, isUseOf, usesIn } from './uses-in.js';

/** At most so many terms stand in one sum. */
const MOST_TERMS = 3;

/** Makes one expression of what is only added up at the end: `let size = 4; size += sizeOf(a); return size;` */
export function sumUp({ bindings, lists }: Names, edits: Edits): void {
  for (const variable of bindings) {
    const { kind, declaration, isRead, isCaptured } = variable;
    if (kind !== 'variable' && kind !== 'constant') continue;
    if (!isRead || isCaptured || !ts.isVariableDeclaration(declaration)) continue;
    if (declaration.type !== undefined) continue; // it says more than its value does
    const declared = declaration.parent.parent;
    const list = lists.get(declared.parent);
    if (list?.bodyOf !== undefined && list.item.isLive && ts.isVariableStatement(declared))
      sumAtEnd(variable, declared, list, edits);
  }
}

function sumAtEnd(
  variable: Binding,
  declared: ts.VariableStatement,
  { statements }: StatementList,
  edits: Edits,
): void {
  const last = statements.at(-1);
  const first = assignedTo(variable, declared)?.value;
  const result = last !== undefined && ts.isReturnStatement(last) ? last.expression : undefined;
  const returned = result && addedTo(variable, result);
  if (last === undefined || returned === undefined || first === undefined || !ts.isNumericLiteral(first))
    return;
  const behind = statements.slice(statements.indexOf(declared) + 1, -1);
  const added = behind.filter((one) => usesIn(variable, one).length > 0);
  const terms = added.map((one) => assignedTo(variable, one)).filter(isTerm);
  const texts = [...terms.map(({ value }) => value.getText()), ...returned];
  const uses = variable.uses.filter(isThere).length;
  if (terms.length < added.length || texts.length > MOST_TERMS || uses > terms.length + 1) return;
  if (added.some((one, index) => one !== behind.at(index - added.length))) return;
  const sum = [...(first.text === '0' && texts.length > 0 ? [] : [first.text]), ...texts];
  const text = `return ${sum.join(' + ')};`;
  if (text.length + 2 > LINE_WIDTH) return;
  edits.removeStatement(declared);
  for (const one of added) edits.removeStatement(one);
  edits.replace(last.getStart(), last.end, text);
}

/** What an expression adds to a variable, if it begins with that and only adds: nothing where it is the variable itself. */
function addedTo(variable: Binding, node: ts.Expression): readonly string[] | undefined {
  if (isUseOf(variable, node)) return [];
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const before = addedTo(variable, node.left);
  return before && [...before, node.right.getText()];
}

function isTerm(assigned: Assigned | undefined): assigned is Assigned {
  return assigned?.isAdded === true && !isChoice(assigned.value);
}

/** What would need brackets in a sum. */
function isChoice(node: ts.Expression): boolean {
  if (ts.isConditionalExpression(node)) return true;
  return ts.isBinaryExpression(node) && !ADDABLE.has(node.operatorToken.kind);
}

const ADDABLE: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
]);
