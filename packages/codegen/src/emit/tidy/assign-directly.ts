import { ts } from 'ts-morph';
import { assignedTo } from './assignments.js';
import type { Binding } from './binding.js';
import type { Edits } from './edits.js';
import type { Names, StatementList } from './resolve-names.js';
import { isThere, isUseOf, usesIn } from './uses-in.js';

/** Assigns a value to the variable that it is for, without a constant in between: `const found = readPart(input); part = found;` */
export function assignDirectly({ bindings, lists }: Names, edits: Edits): void {
  for (const constant of bindings) {
    const { kind, declaration, isRead, isCaptured, uses } = constant;
    if (kind !== 'constant' || !isRead || isCaptured || !ts.isVariableDeclaration(declaration)) continue;
    if (saysMore(declaration)) continue;
    const [only, ...more] = uses.filter(isThere);
    const assignment = only?.node.parent.parent;
    if (assignment === undefined || more.length > 0 || !ts.isExpressionStatement(assignment)) continue;
    const statement = declaration.parent.parent;
    const list = lists.get(assignment.parent);
    const variable = bindings.find(
      (one) => one.kind === 'variable' && one.owner === constant.owner && isGiven(one, constant, assignment),
    );
    if (list === undefined || variable === undefined || !ts.isVariableStatement(statement)) continue;
    if (isLeftAlone(variable, statement, assignment, list)) assign(declaration, variable, edits, assignment);
  }
}

/** Whether a declaration's type may be narrower than what its value would have by itself. */
function saysMore({ type, initializer }: ts.VariableDeclaration): boolean {
  return type !== undefined && (initializer === undefined || !ts.isLiteralExpression(initializer));
}

function isGiven(variable: Binding, constant: Binding, statement: ts.Statement): boolean {
  const assigned = assignedTo(variable, statement);
  return assigned !== undefined && !assigned.isAdded && isUseOf(constant, assigned.value);
}

/** Whether nobody looks at a variable between two statements of a list. */
function isLeftAlone(
  variable: Binding,
  from: ts.Statement,
  to: ts.Statement,
  { statements }: StatementList,
): boolean {
  const [first, last] = [statements.indexOf(from), statements.indexOf(to)];
  if (first < 0 || variable.isCaptured) return false;
  const looks = (one: ts.Statement): boolean => usesIn(variable, one).length > 0;
  return !statements.slice(first, last).some(looks);
}

function assign(
  { parent, initializer }: ts.VariableDeclaration,
  variable: Binding,
  edits: Edits,
  assignment: ts.Statement,
): void {
  if (initializer === undefined) return;
  edits.replace(parent.getStart(), initializer.getStart(), `${variable.name} = `);
  edits.removeStatement(assignment);
}
