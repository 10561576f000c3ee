import { ts } from 'ts-morph';
import { LINE_WIDTH } from '../line-width.js';
import type { Edits } from './edits.js';
import type { Names } from './resolve-names.js';

/**
 * Takes the braces from bodies of one short statement: `if (end < 0) return -1;`, and `(input) => readA(input)`. Those of
 * statements that would not fit into a line stay.
 */
export function dropBraces({ bodies }: Names, edits: Edits): void {
  for (const { block, depth } of bodies) {
    const [only, ...more] = block.statements.filter((statement) => !edits.isRemoved(statement));
    if (only === undefined || more.length > 0 || edits.isRemoved(block.parent) || holdsComment(block, only))
      continue;
    if (ts.isArrowFunction(block.parent)) {
      if (ts.isReturnStatement(only) && only.expression !== undefined)
        asExpression(block, only.expression, edits);
      continue;
    }
    const head = block.getStart() - block.parent.getStart();
    const fits = (width: number): boolean => 2 * depth + width <= LINE_WIDTH;
    if (!isShort(only) || !fits(head) || !fits(2 + only.getWidth())) continue;
    edits.replace(block.getStart(), only.getStart(), '');
    edits.replace(only.end, block.end, '');
  }
}

function asExpression(block: ts.Block, expression: ts.Expression, edits: Edits): void {
  const [before, behind] = ts.isObjectLiteralExpression(expression) ? ['(', ')'] : ['', ''];
  edits.replace(block.getStart(), expression.getStart(), before);
  edits.replace(expression.end, block.end, behind);
}

function isShort(statement: ts.Statement): boolean {
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isBreakOrContinueStatement(statement) ||
    ts.isExpressionStatement(statement)
  );
}

/** Whether something is said about the only statement of a block. */
function holdsComment(block: ts.Block, only: ts.Statement): boolean {
  const { text } = block.getSourceFile();
  const isSaid = (from: number, to: number): boolean => text.slice(from, to).includes('/');
  return isSaid(block.getStart(), only.getStart()) || isSaid(only.end, block.end);
}
