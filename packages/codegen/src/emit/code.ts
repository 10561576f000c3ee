import { LINE_WIDTH } from './line-width.js';

/** Lines that belong together, such as the body of a function. */
export interface Nested {
  readonly body: Code;
}

/**
 * A fragment of TypeScript: statements, and parts of statements that go on in what follows. Where lines break and what is not
 * used is nobody's concern here: `tidy` and the formatter see to both.
 */
export type Code = readonly (string | Nested)[];

/** A call as a statement or as the right side of one. */
export function call(prefix: string, callee: string, args: readonly string[], suffix = ';'): string {
  return `${prefix}${callee}(${args.join(', ')})${suffix}`;
}

/** A variable's declaration, without a value or with one that `suffix` gives. */
export function declaration(name: string, type: string, suffix = ';'): string {
  return `${name}: ${type}${suffix}`;
}

/** A union type as its alternatives; those of a type in brackets belong together. */
export function splitAlternatives(type: string): readonly string[] {
  const separator = ' | ';
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < type.length; at++) {
    const char = type.charAt(at);
    if (char === "'") {
      at += QUOTED.exec(type.slice(at + 1))?.[0].length ?? 0;
      continue;
    }
    if ('{([<'.includes(char)) depth++;
    if ('})]>'.includes(char)) depth--;
    if (depth === 0 && type.startsWith(separator, at)) {
      parts.push(type.slice(from, at));
      from = at + separator.length;
    }
  }
  return [...parts, type.slice(from)];
}

/** A text in quotes, from behind the first one on. */
const QUOTED = /^(?:[^'\\]|\\.)*'/;

/** A block: `head {`, the body, `}`. */
export function block(head: string, body: Code, tail = '}'): Code {
  return [`${head} {`, { body }, tail];
}

/** A case of a switch with a block of its own, which several labels may lead to: the last one opens it. */
export function switchCase(labels: readonly string[], body: Code): Code {
  const last = labels.length - 1;
  return [...labels.map((label, i) => (i === last ? `${label} {` : label)), { body }, '}'];
}

/** A function within a function: what opens it, its body, and what ends it. */
export function closure(head: string, body: Code, tail: string): Code {
  return [head, { body }, tail];
}

/** An object literal; `name: name` becomes the shorthand, `...` spreads. */
export function objectLiteral(
  prefix: string,
  members: readonly (readonly [string, string])[],
  suffix: string,
): Code {
  const texts = members.map(([name, value]) =>
    name === '...' ? `...${value}` : name === value ? name : `${name}: ${value}`,
  );
  return [`${prefix}{ ${texts.join(', ')} }${suffix}`];
}

/** A text that may stand within a comment: it does not end it, and its lines are lines there. */
export function commentText(text: string): string {
  return text
    .replace(/\*\//g, '*\\/')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[ \t]+$/gm, '');
}

/** A documentation comment: one line if the text is one and fits. */
export function docComment(text: string, depth: number): readonly string[] {
  const lines = commentText(text).split('\n');
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && 2 * depth + only.length + 7 <= LINE_WIDTH)
    return [`/** ${only} */`];
  return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
}

/** The fragment as text. */
export function render(code: Code): string {
  const lines: string[] = [];
  const add = (part: Code[number]): void => {
    if (typeof part === 'string') lines.push(part);
    else part.body.forEach(add);
  };
  code.forEach(add);
  return lines.join('\n');
}

/** A parameter of a generated function. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly initializer?: string;
  readonly isOptional?: boolean;
}

/** The parameters that every function which tries something ahead begins with. */
export const AHEAD_PARAMETERS: readonly Parameter[] = [
  { name: 'bytes', type: 'Uint8Array' },
  { name: 'view', type: 'DataView' },
  { name: 'start', type: 'number' },
  { name: 'end', type: 'number' },
];
