import { hexByte } from '@bytewright/runtime/codec';
import { GLOBALS } from '../plan/reserved-names.js';
import { RUNTIME_NAMES } from './runtime-names.js';

/** Words that cannot be local variables, or that generated functions use themselves. */
const TAKEN = new Set([
  'input',
  'output',
  'bytes',
  'view',
  'end',
  'offset',
  'start',
  'value',
  'size',
  'error',
  'item',
  'index',
  'at',
  'next',
  'again',
  'options',
  'byte',
  'coverage',
  'choice',
  'inner',
  'nesting',
  'finished',
  'finishedView',
  'found',
  'holds',
  'inlineEnd',
  'last',
  'parses',
  'selector',
  'arguments',
  'await',
  'break',
  'case',
  'catch',
  'class',
  'const',
  'continue',
  'debugger',
  'default',
  'delete',
  'do',
  'else',
  'enum',
  'eval',
  'export',
  'extends',
  'false',
  'finally',
  'for',
  'function',
  'if',
  'implements',
  'import',
  'in',
  'instanceof',
  'interface',
  'let',
  'new',
  'null',
  'package',
  'private',
  'protected',
  'public',
  'return',
  'static',
  'super',
  'switch',
  'this',
  'throw',
  'true',
  'try',
  'typeof',
  'undefined',
  'var',
  'void',
  'while',
  'with',
  'yield',
  'NaN',
  'Infinity',
  ...GLOBALS,
]);

/** A local variable's name for a field: the field's own where it can be one. */
export function localName(field: string): string {
  return TAKEN.has(field) || isFunctionName(field) ? `${field}Field` : field;
}

/** Whether generated code cannot give a name to what it imports: a word of the language's or its own has it. */
export function isReserved(name: string): boolean {
  return TAKEN.has(name) || isFunctionName(name);
}

/** Whether a name is one that functions of the runtime or of generated modules have. */
function isFunctionName(name: string): boolean {
  const looksGenerated =
    /^(?:armOf|choose|decode|encode|endOf|match|measure|nameOf|numberOf|offsetOf|peek|read|sizeOf|solve|startOf|tagOf|write)[A-Z]/.test(
      name,
    );
  return looksGenerated || (RUNTIME_NAMES as readonly string[]).includes(name);
}

/** A parameter's name in a function: its own, unless a field of the struct has it too. */
export function parameterName(parameter: string, fields: readonly string[]): string {
  return TAKEN.has(parameter) || isFunctionName(parameter) || fields.includes(parameter)
    ? `outer${capitalize(parameter)}`
    : parameter;
}

/** A number as generated code says it where its bits matter. @example 10 is `0x0a` */
export function hexadecimal(number: number | bigint): string {
  return hexByte(number);
}

/** An identifier that reads like any text: `bad-crc` gives `badCrc`, `7z` gives `arm7z`. */
export function identifierFrom(text: string): string {
  const [head = '', ...tail] = text.split(/[^A-Za-z0-9_]+/).filter((word) => word !== '');
  const name = head + tail.map(capitalize).join('');
  return /^[A-Za-z_]/.test(name) ? name : `arm${capitalize(name)}`;
}

/** A name for one of several: `entry` of `entries`, `section` of `sections`. */
export function singular(name: string): string {
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  return /[^s]s$/.test(name) ? name.slice(0, -1) : `${name}Element`;
}

/** `payload` as the tail of a longer name: `Payload`. */
export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A member access: `value.name`. Field names are identifiers, so no brackets are needed. */
export function memberAccess(object: string, name: string): string {
  return `${object}.${name}`;
}

/** A string literal in the quotes that the formatter keeps. */
export function quote(text: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  if (text.includes("'") && !text.includes('"')) return `"${json}"`;
  return `'${json.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

/** A string of text and of expressions, in order: a template, or the one expression, or a literal where there is none. */
export function template(parts: readonly (string | { readonly expression: string })[]): string {
  const texts = parts.filter((part) => part !== '');
  const [only] = texts;
  if (typeof only === 'object' && texts.length === 1) return only.expression;
  if (texts.every((part) => typeof part === 'string')) return quote(texts.join(''));
  const inside = texts.map((part) =>
    typeof part === 'string'
      ? JSON.stringify(part)
          .slice(1, -1)
          .replace(/\\"/g, '"')
          .replace(/`|\$\{/g, '\\$&')
      : `\${${part.expression}}`,
  );
  return `\`${inside.join('')}\``;
}

/** The names of structs' functions. */
export const functionNames = {
  decode: (struct: string): string => `decode${struct}`,
  encode: (struct: string): string => `encode${struct}`,
  sizeOf: (struct: string): string => `sizeOf${struct}`,
  read: (struct: string): string => `read${struct}`,
  write: (struct: string): string => `write${struct}`,
  measure: (struct: string): string => `measure${struct}`,
  match: (struct: string): string => `match${struct}`,
} as const;

/** A struct's name with its article: `a Footer`, `an EndOfFile`, `an Update`; `a Unit`, `a Udp`, as those are spoken. */
export function article(name: string): string {
  return `${/^(?:[AEIO]|U(?:n(?!i)|p|lt|tt|m))/.test(name) ? 'an' : 'a'} ${name}`;
}
