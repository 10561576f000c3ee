import { ts } from 'ts-morph';

/** The statements of a branch: those of a block, or the only one. */
export function statementsIn(branch: ts.Statement): readonly ts.Statement[] {
  return ts.isBlock(branch) ? branch.statements : [branch];
}

/** Whether a statement is a loop. */
export function isLoop(
  statement: ts.Statement,
): statement is ts.WhileStatement | ts.ForStatement | ts.ForOfStatement | ts.ForInStatement {
  return (
    ts.isWhileStatement(statement) ||
    ts.isForStatement(statement) ||
    ts.isForOfStatement(statement) ||
    ts.isForInStatement(statement)
  );
}

/** What a loop evaluates besides its body. */
export function headOf(
  loop: ts.WhileStatement | ts.ForStatement | ts.ForOfStatement | ts.ForInStatement,
): readonly ts.Node[] {
  if (ts.isForStatement(loop))
    return [loop.initializer, loop.condition, loop.incrementor].filter((one) => one !== undefined);
  return ts.isWhileStatement(loop) ? [loop.expression] : [loop.initializer, loop.expression];
}

/** Whether what comes behind some statements is never reached from their end, nor by a `break`. */
export function leavesFunction(statements: readonly ts.Statement[]): boolean {
  const last = statements.at(-1);
  if (last === undefined) return false;
  if (ts.isBlock(last)) return leavesFunction(last.statements);
  return ts.isReturnStatement(last) || ts.isThrowStatement(last);
}

/** Whether the end of some statements is never reached. */
export function endsEarly(statements: readonly ts.Statement[]): boolean {
  const last = statements.at(-1);
  if (last !== undefined && ts.isBlock(last)) return endsEarly(last.statements);
  return leavesFunction(statements) || (last !== undefined && ts.isBreakOrContinueStatement(last));
}

/** Whether a node may go on somewhere else than behind itself, within its function. */
export function leadsElsewhere(node: ts.Node): boolean {
  if (ts.isBreakOrContinueStatement(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => leadsElsewhere(child) || undefined) ?? false;
}

/** Whether a comment stands between two nodes. */
export function hasComment(before: ts.Node, behind: ts.Node): boolean {
  return before.getSourceFile().text.slice(before.end, behind.getStart()).trim() !== '';
}
