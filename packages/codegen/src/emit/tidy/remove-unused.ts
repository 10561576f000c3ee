import { ts } from 'ts-morph';
import type { Binding } from './binding.js';
import { elementsOf } from './declared-names.js';
import type { Edits } from './edits.js';
import { isHarmless } from './is-harmless.js';

/**
 * Leaves out what nothing reads: imports, functions and types of the module's own, variables with what they are assigned.
 * What a variable is assigned stays where that may fail. A parameter that stands in front of others gets an underscore.
 */
export function removeUnused(bindings: readonly Binding[], edits: Edits): void {
  const names = new Set(bindings.map(({ name }) => name));
  const read = new Set(bindings.filter(({ isRead }) => isRead).map(({ declaration }) => declaration));
  const done = new Set<ts.Node>();
  for (const binding of bindings) {
    if (binding.isRead || !binding.item.isLive) continue;
    const { declaration } = binding;
    if (binding.kind === 'import') once(importOf(declaration), done, (one) => keepUsed(one, read, edits));
    else if (binding.kind === 'declaration') edits.removeDeclaration(declaration);
    else if (binding.kind === 'parameter') leaveParameter(binding, read, names, edits);
    else if (binding.kind === 'caught') leaveCaught(declaration, edits);
    else if (binding.kind === 'loop') hide(binding, names, edits);
    else if (ts.isVariableDeclaration(declaration)) leaveVariable(binding, declaration, edits);
    else once(declaration.parent, done, (pattern) => keepElements(pattern, read, edits));
  }
}

function once(node: ts.Node, done: Set<ts.Node>, change: (node: ts.Node) => void): void {
  if (done.has(node)) return;
  done.add(node);
  change(node);
}

function importOf(specifier: ts.Node): ts.Node {
  let node = specifier;
  while (!ts.isImportDeclaration(node)) node = node.parent;
  return node;
}

function keepUsed(declaration: ts.Node, read: ReadonlySet<ts.Node>, edits: Edits): void {
  const named = ts.isImportDeclaration(declaration) ? declaration.importClause?.namedBindings : undefined;
  const kept =
    named !== undefined && ts.isNamedImports(named)
      ? named.elements.filter((element) => read.has(element))
      : [];
  if (named === undefined || kept.length === 0) {
    edits.removeDeclaration(declaration);
    return;
  }
  const names = kept.map((element) => element.getText()).join(', ');
  edits.replace(named.getStart(), named.end, `{ ${names} }`);
}

/** The last parameters of a closure can go; others keep their place. */
function leaveParameter(
  binding: Binding,
  read: ReadonlySet<ts.Node>,
  names: ReadonlySet<string>,
  edits: Edits,
): void {
  const parameter = binding.declaration as ts.ParameterDeclaration; // as its kind says
  const fn = parameter.parent as ts.SignatureDeclaration; // a parameter stands in nothing else
  const isClosure = ts.isArrowFunction(fn) || ts.isFunctionExpression(fn);
  const at = fn.parameters.indexOf(parameter);
  const isRead = (one: ts.ParameterDeclaration): boolean =>
    ts.isIdentifier(one.name) ? read.has(one) : elementsOf(one.name).some((element) => read.has(element));
  const isLast = !fn.parameters.slice(at).some(isRead);
  if (!isClosure || !isLast) {
    hide(binding, names, edits);
    return;
  }
  const before = fn.parameters[at - 1];
  const from = before === undefined ? parameter.pos : before.end;
  edits.replace(from, parameter.end, '');
}

function hide({ declaration, name }: Binding, names: ReadonlySet<string>, edits: Edits): void {
  if (name.startsWith('_')) return;
  let hidden = `_${name}`;
  while (names.has(hidden)) hidden = `_${hidden}`;
  edits.replace(declaration.getStart(), declaration.getStart() + name.length, hidden);
}

function leaveCaught(declaration: ts.Node, edits: Edits): void {
  const clause = declaration.parent as ts.CatchClause; // a variable that is caught stands in nothing else
  edits.replace(clause.getStart() + 'catch'.length, clause.block.getStart(), ' ');
}

function leaveVariable(binding: Binding, declaration: ts.VariableDeclaration, edits: Edits): void {
  const list = declaration.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length > 1) return;
  const statement = list.parent;
  if (!ts.isVariableStatement(statement)) return;
  const { initializer } = declaration;
  if (statement.parent.kind === ts.SyntaxKind.SourceFile) edits.removeDeclaration(statement);
  else if (initializer === undefined || isHarmless(initializer)) edits.removeStatement(statement);
  else edits.replace(statement.getStart(), initializer.getStart(), '');
  for (const { statement: assignment, item } of binding.uses) {
    if (assignment === undefined) continue;
    const { expression } = assignment;
    if (!ts.isBinaryExpression(expression) || isHarmless(expression.right)) edits.removeStatement(assignment);
    else if (item.isLive) edits.replace(assignment.getStart(), expression.right.getStart(), '');
  }
}

function keepElements(pattern: ts.Node, read: ReadonlySet<ts.Node>, edits: Edits): void {
  const declaration = pattern.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isVariableStatement(declaration.parent.parent)) return;
  const { name, initializer } = declaration;
  if (ts.isIdentifier(name) || initializer === undefined) return;
  const statement = declaration.parent.parent;
  const isKept = (element: ts.Node): boolean => read.has(element);
  if (elementsOf(name).some(isKept)) {
    if (ts.isObjectBindingPattern(name)) {
      const kept = name.elements.filter(isKept).map((element) => element.getText());
      edits.replace(name.getStart(), name.end, `{ ${kept.join(', ')} }`);
    } else {
      const texts = name.elements.map((element) => (isKept(element) ? element.getText() : ''));
      while (texts.at(-1) === '') texts.pop();
      edits.replace(name.getStart(), name.end, `[${texts.join(', ')}]`);
    }
  } else if (isHarmless(initializer)) edits.removeStatement(statement);
  else edits.replace(statement.getStart(), initializer.getStart(), '');
}
