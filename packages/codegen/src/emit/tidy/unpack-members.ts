import { ts } from 'ts-morph';
import type { Member } from './assignments.js';
import { isMember } from './assignments.js';
import type { Binding } from './binding.js';
import type { Edits } from './edits.js';
import { moves } from './moves.js';
import type { Names, StatementList } from './resolve-names.js';
import { isUseOf, usesIn } from './uses-in.js';

/** Takes a member that stays where it is from its object as the others are: `const { view, end, offset } = input;` */
export function unpackMembers({ bindings, lists }: Names, edits: Edits): void {
  for (const { kind, declaration, name, isRead, item } of bindings) {
    if (kind !== 'constant' || !isRead || !item.isLive || !ts.isVariableDeclaration(declaration)) continue;
    const { initializer } = declaration;
    const statement = declaration.parent.parent;
    if (initializer === undefined || !ts.isVariableStatement(statement) || !isMember(initializer)) continue;
    const list = lists.get(statement.parent);
    const object = bindings.find(
      (one) =>
        one.kind === 'parameter' &&
        one.name === initializer.expression.text &&
        isUseOf(one, initializer.expression),
    );
    if (list === undefined || object === undefined || initializer.name.text !== name) continue;
    unpack(object, initializer, statement, list, edits);
  }
}

function unpack(
  object: Binding,
  member: Member,
  statement: ts.VariableStatement,
  { statements }: StatementList,
  edits: Edits,
): void {
  const name = member.name.text;
  const before = statements.slice(0, statements.indexOf(statement));
  const at = before.findIndex((one) => patternOf(object, one) !== undefined);
  const pattern = patternOf(object, before[at]);
  const inBetween = before.slice(at + 1);
  if (pattern === undefined || inBetween.some((one) => moves(object, name, one))) {
    edits.replace(statement.getStart(), statement.end, `const { ${name} } = ${object.name};`);
    return;
  }
  const last = pattern.elements.at(-1) ?? pattern;
  edits.replace(last.end, last.end, `, ${name}`);
  edits.removeStatement(statement);
  for (const { node } of inBetween.flatMap((one) => usesIn(object, one))) {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name.text === name)
      edits.replace(parent.getStart(), parent.end, name);
  }
}

/** The pattern of `const { view, end } = input;` */
function patternOf(
  object: Binding,
  statement: ts.Statement | undefined,
): ts.ObjectBindingPattern | undefined {
  if (statement === undefined || !ts.isVariableStatement(statement)) return undefined;
  const [only, ...more] = statement.declarationList.declarations;
  if (only?.initializer === undefined || more.length > 0 || !isUseOf(object, only.initializer))
    return undefined;
  return ts.isObjectBindingPattern(only.name) ? only.name : undefined;
}
