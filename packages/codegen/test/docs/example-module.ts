import * as language from '@bytewright/schema-dsl';
import ts from 'typescript';
import { isHex } from '../drawn/drawn-bytes.js';
import type { DocumentExample } from './sections.js';

/** What an example's module exports. */
export interface ExampleModule {
  readonly schema?: unknown;
  readonly values: readonly (() => unknown)[];
  readonly refusedValues: readonly (() => unknown)[];
}

/** The types of the language, which `import * as` does not list. */
const types = ['Expr', 'Infer', 'Node', 'Parameter', 'Relation', 'Struct', 'DecodeOptions'];

/**
 * An example as a TypeScript module: what it uses of the language imported, its schema and values exported. The values
 * have the type that the schema infers; those of error lines may be of any type.
 */
export function moduleOf(example: DocumentExample): string {
  const code = example.code.trimEnd();
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const schema = lastStruct(source);
  const refused = example.errors.filter(({ input }) => !isHex(input)).map(({ input }) => input);
  const values = example.pairs.map(({ value }) => value);
  const lines: string[] = [];
  if (schema !== undefined) {
    lines.push(`export { ${schema} as schema };`);
    lines.push(`export const values: readonly (() => Infer<typeof ${schema}>)[] = [`);
  } else lines.push('export const values: readonly (() => unknown)[] = [');
  lines.push(...values.map((value) => `  () => (${value}),`), '];');
  lines.push('export const refusedValues: readonly (() => unknown)[] = [');
  lines.push(...refused.map((value) => `  () => (${value}),`), '];');
  const used = namesUsed(source, schema === undefined ? [] : ['Infer']);
  const [valueNames, typeNames] = [
    used.filter((name) => !types.includes(name)),
    used.filter((name) => types.includes(name)),
  ];
  return [
    typeNames.length > 0 ? `import type { ${typeNames.join(', ')} } from '@bytewright/schema-dsl';` : '',
    valueNames.length > 0 ? `import { ${valueNames.join(', ')} } from '@bytewright/schema-dsl';` : '',
    code,
    // names that only stand there are fine in a document
    ...topLevel(source).map((name) => `void ${name};`),
    ...lines,
    '',
  ].join('\n');
}

/** Names of the language that a text refers to and does not import or declare itself. */
function namesUsed(source: ts.SourceFile, also: readonly string[]): readonly string[] {
  const exported = new Set([...Object.keys(language), ...types]);
  const used = new Set(also);
  const own = new Set<string>(topLevel(source));
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node)) own.add(node.name.text);
    const parent = node.parent as { name?: ts.Node } | undefined;
    if (ts.isIdentifier(node) && exported.has(node.text)) {
      if (parent?.name !== node || ts.isShorthandPropertyAssignment(node.parent)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...used].filter((name) => !own.has(name)).sort();
}

function declarations(source: ts.SourceFile): readonly ts.VariableDeclaration[] {
  return source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
}

function topLevel(source: ts.SourceFile): readonly string[] {
  return declarations(source).flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
}

/** The name of the last constant that is made by `struct(…)`, with or without methods behind it. */
function lastStruct(source: ts.SourceFile): string | undefined {
  return declarations(source)
    .flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined && isStruct(initializer) ? [name.text] : [],
    )
    .at(-1);
}

function isStruct(expression: ts.Expression): boolean {
  if (ts.isCallExpression(expression)) {
    const callee = expression.expression;
    return (ts.isIdentifier(callee) && callee.text === 'struct') || isStruct(callee);
  }
  return ts.isPropertyAccessExpression(expression) && isStruct(expression.expression);
}
