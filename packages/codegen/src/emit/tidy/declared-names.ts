import { ts } from 'ts-morph';

/** The names in a pattern, with their elements. */
export function elementsOf(
  pattern: ts.BindingPattern,
): readonly (ts.BindingElement & { readonly name: ts.Identifier })[] {
  return pattern.elements.flatMap((element) =>
    ts.isBindingElement(element) && ts.isIdentifier(element.name)
      ? [element as ts.BindingElement & { readonly name: ts.Identifier }] // as asked for
      : [],
  );
}

/** The names that a statement of a module declares. */
export function namesOf(statement: ts.Statement): readonly ts.Identifier[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name] : elementsOf(name).map((element) => element.name),
    );
  return isDeclaration(statement) && statement.name !== undefined ? [statement.name] : [];
}

/** A function or a type. */
export function isDeclaration(
  statement: ts.Statement,
): statement is ts.FunctionDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}

/** Whether an operator assigns. */
export function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
