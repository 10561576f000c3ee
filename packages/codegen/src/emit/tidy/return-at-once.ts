import { ts } from 'ts-morph';
import { assignedTo } from './assignments.js';
import type { Binding } from './binding.js';
import { hasComment } from './control-flow.js';
import type { Edits } from './edits.js';
import { guardOf } from './guard.js';
import type { Names, StatementList } from './resolve-names.js';
import { isUseOf } from './uses-in.js';

/** Gives what another look-ahead gives as it is: `offset = matchPart(…); if (offset < 0) return -1; return offset;` */
export function returnAtOnce({ bindings, lists }: Names, edits: Edits): void {
  for (const variable of bindings) {
    const { declaration, isRead, isCaptured } = variable;
    if (!isRead || isCaptured || !ts.isVariableDeclaration(declaration)) continue;
    const list = lists.get(declaration.parent.parent.parent);
    if (list?.item.isLive === true) returnLast(variable, list, edits);
  }
}

function returnLast(variable: Binding, { statements, bodyOf }: StatementList, edits: Edits): void {
  const [set, test, end, ...none] = statements.filter((one) => !edits.isRemoved(one)).slice(-3);
  const assigned = assignedTo(variable, set);
  const condition = guardOf(test)?.condition;
  if (set === undefined || assigned === undefined || condition === undefined || end === undefined) return;
  const isEnd =
    ts.isReturnStatement(end) && end.expression !== undefined && isUseOf(variable, end.expression);
  if (none.length > 0 || !isEnd || assigned.isAdded || bodyOf === undefined) return;
  const isTest =
    ts.isBinaryExpression(condition) &&
    condition.operatorToken.kind === ts.SyntaxKind.LessThanToken &&
    isUseOf(variable, condition.left) &&
    condition.right.getText() === '0';
  if (!isTest || hasComment(test ?? set, end)) return;
  edits.replace(set.getStart(), assigned.value.getStart(), 'return ');
  edits.replace(assigned.value.end, end.end, ';');
}
