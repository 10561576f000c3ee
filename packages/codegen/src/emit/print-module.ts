import type {
  CodeBlockWriter,
  FunctionDeclarationStructure,
  ImportDeclarationStructure,
  StatementStructures,
} from 'ts-morph';
import { IndentationText, NewLineKind, Project, QuoteKind, StructureKind } from 'ts-morph';
import type { Banner } from '../files/banner.js';
import { withBanner } from '../files/banner.js';
import {
  commentText,
  declaration,
  docComment,
  LINE_WIDTH,
  namedByUse,
  render,
  splitMembers,
} from './code.js';
import type { ModuleCode } from './emit-module.js';
import { quote } from './names.js';
import type { TypeCode } from './struct/emit-type.js';
import type { FunctionCode } from './struct/struct-function.js';

type Statement = string | StatementStructures;

/**
 * Prints a module by ts-morph: all statements as one structure, which is written once. Adding declarations one
 * by one would parse the file again each time.
 */
export function printModule(code: ModuleCode, banner: Banner): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  });
  const body: Statement[] = [
    ...code.structs.flatMap(({ type, functions }) => [
      ...(type === undefined ? [] : [typeDeclaration(type)]),
      ...functions.map(functionDeclaration),
    ]),
    ...code.helpers.map((helper) => render(helper.code).join('\n')),
  ];
  const text = project.createSourceFile('body.ts', { statements: body }).getFullText();
  const imports = project
    .createSourceFile('imports.ts', { statements: usedImports(code.imports, text) })
    .getFullText()
    .replace(/ from '(.*\\'.*)';$/gm, (_, path: string) => ` from ${quote(path.replaceAll("\\'", "'"))};`);
  const offered = code.offered
    .flatMap(({ module, types, values }) => [
      `export type { ${types.join(', ')} } from ${quote(module)};`,
      `export { ${values.join(', ')} } from ${quote(module)};`,
    ])
    .join('\n');
  const heads = wrapLongHeads([imports.trim(), offered].filter((part) => part !== '').join('\n\n'));
  const parts = [heads, separated(wrapLongHeads(text)).trim()];
  return withBanner(banner, `${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** Imports of what the body really mentions: code that turned out not to be needed leaves its imports behind. */
function usedImports(imports: ModuleCode['imports'], text: string): ImportDeclarationStructure[] {
  const code = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return imports
    .map((item) => ({
      ...item,
      names: item.names.filter((imported) =>
        new RegExp(`(?<![\\w'])(?<!(?<!\\.\\.)\\.)${imported.replace(/^.* as /, '')}(?![\\w'])`).test(code),
      ),
    }))
    .filter((item) => item.names.length > 0)
    .map(importDeclaration);
}

/** One empty line before each top-level declaration's comment, and none elsewhere. */
function separated(text: string): string {
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n+(\/\*\*)/g, '\n\n$1')
    .replace(/\n{3,}/g, '\n\n');
}

function importDeclaration({
  module,
  names,
  isTypeOnly,
}: ModuleCode['imports'][number]): ImportDeclarationStructure {
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: module,
    namedImports: [...names],
    isTypeOnly,
  };
}

function typeDeclaration(type: TypeCode): Statement {
  const docs = [commentText(type.doc)];
  if (type.alternatives === undefined && type.members.length === 0) {
    return {
      kind: StructureKind.TypeAlias,
      name: type.name,
      isExported: true,
      docs,
      type: '{ readonly [name: string]: never }',
    };
  }
  const members = type.members.flatMap((member) => [
    ...docComment(member.doc, 1),
    ...render([declaration(member.isOptional ? `${member.name}?` : member.name, member.type)]),
  ]);
  if (type.alternatives === undefined) {
    const lines = members.map((line) => `  ${line}`);
    return [...docComment(type.doc, 0), `export interface ${type.name} {`, ...lines, '}'].join('\n');
  }
  const { alternatives } = type;
  const [only] = alternatives;
  const tail =
    alternatives.length === 1 && only !== undefined
      ? only.startsWith('{ ')
        ? objectType(only)
        : [only]
      : inParentheses(alternatives);
  const lines =
    members.length === 0
      ? [`export type ${type.name} =`, ...alternatives.map((alternative) => `  | ${alternative}`)]
      : [
          `export type ${type.name} = {`,
          ...members.map((line) => `  ${line}`),
          `} & ${tail[0]}`,
          ...tail.slice(1),
        ];
  return [...docComment(type.doc, 0), ...lines].join('\n').concat(';');
}

/** `(A | B)`, over several lines where it is too wide for one that begins with `} & ` and ends with a semicolon. */
function inParentheses(alternatives: readonly string[]): string[] {
  const line = `(${alternatives.join(' | ')})`;
  return line.length + 5 <= LINE_WIDTH ? [line] : ['(', ...alternatives.map((a) => `  | ${a}`), ')'];
}

/** `{ a: A; b: B }` over several lines. */
function objectType(text: string): string[] {
  return ['{', ...splitMembers(text).map((member) => `  ${member};`), '}'];
}

function functionDeclaration(fn: FunctionCode): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: fn.name,
    isExported: fn.isExported,
    docs: [commentText(fn.doc)],
    parameters: namedByUse(fn.parameters, fn.body).map(({ name, type, initializer, isOptional }) => ({
      name,
      // a literal says its type itself
      ...(initializer !== undefined && /^(?:-?\d+n?|'.*'|".*"|true|false)$/.test(initializer)
        ? {}
        : { type }),
      ...(initializer === undefined ? {} : { initializer }),
      ...(isOptional ? { hasQuestionToken: true } : {}),
    })),
    returnType: fn.returns,
    statements: (writer: CodeBlockWriter): void => {
      // the writer indents by one step, which counts for the width of lines
      writer.write(
        render(fn.body, 1)
          .map((line) => line.slice(2))
          .join('\n'),
      );
    },
  };
}

/** Breaks function heads and imports that are too wide into one name a line, as the formatter does. */
function wrapLongHeads(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (line.length <= LINE_WIDTH) return line;
      return line
        .replace(/^((?:export )?function \w+\()(.*)(\): .* \{)$/, nameByName)
        .replace(/^((?:im|ex)port (?:type )?\{) (.*) (\} from .*;)$/, nameByName);
    })
    .join('\n');
}

/** A single name that is imported stays where it is: there is nothing to break. */
function nameByName(line: string, before: string, names: string, behind: string): string {
  const all = names.split(', ');
  const isOne = all.length === 1 && behind.startsWith('}');
  return isOne ? line : [before, ...all.map((name) => `  ${name},`), behind].join('\n');
}
