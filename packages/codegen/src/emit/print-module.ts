import type { Parameter } from './code.js';
import { docComment, render } from './code.js';
import type { ModuleCode } from './emit-module.js';
import { quote } from './names.js';
import type { TypeCode } from './struct/emit-type.js';
import type { FunctionCode } from './struct/struct-function.js';
import { tidy } from './tidy/tidy.js';

/** The text of a module, without its banner and before it is formatted. */
export function printModule({ imports, offered, structs, helpers }: ModuleCode): string {
  const imported = imports.map(importDeclaration);
  const offers = offered.flatMap(({ module, types, values }) => [
    `export type { ${types.join(', ')} } from ${quote(module)};`,
    `export { ${values.join(', ')} } from ${quote(module)};`,
  ]);
  // what reads stands in front of what writes, so that a reader comes to the order on the wire first
  const half = (name: 'reading' | 'writing'): readonly string[] => [
    ...structs.flatMap((struct) => struct[name].map(functionDeclaration)),
    ...helpers.filter((helper) => helper.half === name).map(({ code }) => render(code)),
  ];
  const declarations = [
    ...structs.flatMap(({ type, codec }) => [
      ...(type === undefined ? [] : [typeDeclaration(type)]),
      ...codec.map(functionDeclaration),
    ]),
    ...half('reading'),
    ...half('writing'),
  ];
  const parts = [imported.join('\n'), offers.join('\n'), ...declarations];
  return tidy(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

function importDeclaration({ module, names, isTypeOnly }: ModuleCode['imports'][number]): string {
  return `import ${isTypeOnly ? 'type ' : ''}{ ${names.join(', ')} } from ${quote(module)};`;
}

function typeDeclaration({ name, doc, members, alternatives }: TypeCode): string {
  const comment = docComment(doc, 0).join('\n');
  if (alternatives === undefined && members.length === 0)
    return `${comment}\nexport type ${name} = { readonly [name: string]: never };`;
  const body = members.flatMap((member) => [
    ...docComment(member.doc, 1),
    `${member.name}${member.isOptional ? '?' : ''}: ${member.type};`,
  ]);
  const object = ['{', ...body, '}'].join('\n');
  if (alternatives === undefined) return `${comment}\nexport interface ${name} ${object}`;
  const parts = [...(members.length === 0 ? [] : [object]), `(${alternatives.join(' | ')})`];
  return `${comment}\nexport type ${name} = ${parts.join(' & ')};`;
}

function functionDeclaration({ name, isExported, doc, parameters, returns, body }: FunctionCode): string {
  return [
    ...docComment(doc, 0),
    `${isExported ? 'export ' : ''}function ${name}(${parameters.map(parameterText).join(', ')}): ${returns} {`,
    render(body),
    '}',
  ].join('\n');
}

/** A parameter as a function declares it; a literal says its type itself. */
export function parameterText({ name, type, initializer, isOptional }: Parameter): string {
  if (initializer === undefined) return `${name}${isOptional ? '?' : ''}: ${type}`;
  const isLiteral = /^(?:-?\d+n?|'.*'|".*"|true|false)$/.test(initializer);
  return `${name}${isLiteral ? '' : `: ${type}`} = ${initializer}`;
}
