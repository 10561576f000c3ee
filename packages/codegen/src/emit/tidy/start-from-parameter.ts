import { ts } from 'ts-morph';
import { assignedTo } from './assignments.js';
import type { Binding } from './binding.js';
import type { Edits } from './edits.js';
import type { Names, StatementList } from './resolve-names.js';
import { isThere, isUseOf, usesIn, writesIn } from './uses-in.js';

/**
 * Leaves out a variable as long as it is no more than another name of a parameter: a look-ahead moves on from its `start`, by
 * `let offset = start + 4;`.
 */
export function startFromParameter({ bindings, lists }: Names, edits: Edits): void {
  for (const variable of bindings) {
    const { declaration, owner, isRead, isCaptured } = variable;
    if (!isRead || isCaptured || owner === undefined || !ts.isVariableDeclaration(declaration)) continue;
    const statement = declaration.parent.parent;
    const list = lists.get(statement.parent);
    if (list === undefined || !list.item.isLive || !ts.isVariableStatement(statement)) continue;
    const { initializer, type } = declaration;
    if (initializer === undefined || type !== undefined || edits.isRemoved(statement)) continue;
    const parameter = bindings.find(
      (one) => one.kind === 'parameter' && one.owner === owner && isUseOf(one, initializer),
    );
    const isStill = parameter?.uses.every((use) => !isThere(use) || use.kind === 'read') === true;
    if (isStill) replaceStart(variable, statement, initializer.getText(), list, edits);
  }
}

function replaceStart(
  variable: Binding,
  declared: ts.VariableStatement,
  start: string,
  { statements }: StatementList,
  edits: Edits,
): void {
  const rest = statements.slice(statements.indexOf(declared) + 1).filter((one) => !edits.isRemoved(one));
  const first = rest.findIndex((one) => writesIn(variable, one));
  const moving = rest[first];
  const rename = (nodes: readonly ts.Node[]): void => {
    for (const { node } of nodes.flatMap((one) => usesIn(variable, one))) {
      const isShort = ts.isShorthandPropertyAssignment(node.parent);
      edits.replace(node.getStart(), node.end, isShort ? `${variable.name}: ${start}` : start);
    }
  };
  if (moving === undefined) {
    rename(rest);
    edits.removeStatement(declared);
    return;
  }
  if (first === 0 && assignedTo(variable, moving) === undefined) return;
  rename(rest.slice(0, first));
  edits.removeStatement(declared);
  const assigned = assignedTo(variable, moving);
  if (assigned === undefined) {
    edits.replace(moving.getStart(), moving.getStart(), `let ${variable.name} = ${start};\n`);
    return;
  }
  const word = rest.slice(first + 1).some((one) => writesIn(variable, one)) ? 'let' : 'const';
  const { value, isAdded } = assigned;
  edits.replace(
    moving.getStart(),
    value.getStart(),
    `${word} ${variable.name} = ${isAdded ? `${start} + ` : ''}`,
  );
  rename([value]);
}
