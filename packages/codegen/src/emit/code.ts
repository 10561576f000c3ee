/** Greatest line width; the same as the repository's formatter, which must find nothing to change. */
export const LINE_WIDTH = 110;

/** A call that is broken into one argument a line where it would be too wide. */
export interface Call {
  /** What stands before the callee, such as `const size = `. */
  readonly prefix: string;
  readonly callee: string;
  readonly args: readonly string[];
  readonly suffix: string;
}

/** Lines that are indented by one step. */
export interface Nested {
  readonly body: Code;
  /** Names that mean something else within: those of a closure's own variables. */
  readonly shadows?: readonly string[];
}

/** A declaration whose type is broken into one alternative a line where it would be too wide. */
export interface Declaration {
  /** Up to the colon, such as `let body`. */
  readonly name: string;
  readonly type: string;
  readonly suffix: string;
}

/** A fragment of TypeScript: lines, calls that may break, and indented bodies. */
export type Code = readonly (string | Call | Declaration | Nested)[];

/** A call as a statement or as the right side of one. */
export function call(prefix: string, callee: string, args: readonly string[], suffix = ';'): Call {
  return { prefix, callee, args, suffix };
}

/** A variable's declaration, without a value or with one that `suffix` gives. */
export function declaration(name: string, type: string, suffix = ';'): Declaration {
  return { name, type, suffix };
}

/** A union type as its alternatives; those of a type in brackets belong together. */
export function splitAlternatives(type: string): readonly string[] {
  return splitOutside(type, ' | ');
}

/** The members of an object type `{ a: A; b: B }`. */
export function splitMembers(type: string): readonly string[] {
  return splitOutside(type.slice(2, -2), '; ');
}

/** A text in quotes, from behind the first one on. */
const QUOTED = /^(?:[^'\\]|\\.)*'/;

/** Parts a text at a separator that stands outside of brackets and quotes. */
function splitOutside(type: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < type.length; at++) {
    const char = type.charAt(at);
    if (char === "'") {
      at += QUOTED.exec(type.slice(at + 1))?.[0].length ?? 0;
      continue;
    }
    const isOperator = '<>'.includes(char) && ' ='.includes(type.charAt(at - 1)); // no bracket of a type
    if (!isOperator && '{([<'.includes(char)) depth++;
    if (!isOperator && '})]>'.includes(char)) depth--;
    if (depth === 0 && type.startsWith(separator, at)) {
      parts.push(type.slice(from, at));
      from = at + separator.length;
    }
  }
  return [...parts, type.slice(from)];
}

/** A block: `head {`, the body, `}`. */
export function block(head: string, body: Code, tail = '}'): Code {
  return [`${head} {`, { body }, tail];
}

/** A case of a switch with a block of its own, which several labels may lead to: the last one opens it. */
export function switchCase(labels: readonly string[], body: Code): Code {
  const last = labels.length - 1;
  return [...labels.map((label, i) => (i === last ? `${label} {` : label)), { body }, '}'];
}

/** A function within a function, whose parameters and variables hide others of the same names. */
export function closure(head: string, body: Code, tail: string, shadows: readonly string[]): Code {
  return [head, { body, shadows }, tail];
}

/** An object literal, one member a line; `name: name` becomes the shorthand, `...` spreads. */
export function objectLiteral(
  prefix: string,
  members: readonly (readonly [string, string])[],
  suffix: string,
): Code {
  if (members.length === 0) return [`${prefix}{}${suffix}`];
  const lines = members.map(([name, value]) =>
    name === '...' ? `...${value},` : name === value ? `${name},` : `${name}: ${value},`,
  );
  return [`${prefix}{`, { body: lines }, `}${suffix}`];
}

/** A text that may stand within a comment: it does not end it, and its lines are lines there. */
export function commentText(text: string): string {
  return text
    .replace(/\*\//g, '*\\/')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[ \t]+$/gm, '');
}

/** A documentation comment: one line if the text is one and fits. */
export function docComment(text: string, depth: number): string[] {
  const lines = commentText(text).split('\n');
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && 2 * depth + only.length + 7 <= LINE_WIDTH)
    return [`/** ${only} */`];
  return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
}

/** The fragment as text lines at an indentation depth. */
export function render(code: Code, depth = 0): string[] {
  const margin = '  '.repeat(depth);
  return code.flatMap((part): string[] => {
    if (typeof part === 'string') return part === '' ? [''] : renderLine(part, margin);
    if ('body' in part) return render(part.body, depth + 1);
    if ('type' in part) return renderDeclaration(part, margin);
    const { prefix, callee, args, suffix } = part;
    const line = `${margin}${prefix}${callee}(${args.join(', ')})${suffix}`;
    if (line.length <= LINE_WIDTH) return [line];
    if (suffix.startsWith('.') && prefix.endsWith('= ')) return renderMember(part, margin);
    const hugging = renderHugging(part, margin);
    if (hugging !== undefined) return hugging;
    return [
      `${margin}${prefix}${callee}(`,
      ...args.flatMap((arg) => renderArgument(arg, `${margin}  `)),
      `${margin})${suffix}`,
    ];
  });
}

/** A call whose last argument is a function of one expression: that goes into a line of its own, if all fits then. */
function renderHugging({ prefix, callee, args, suffix }: Call, margin: string): string[] | undefined {
  const [, head, body] = /^(\(\w*\) =>) ([^{].*)$/.exec(args.at(-1) ?? '') ?? [];
  if (head === undefined || args.length < 2 || args.at(-2)?.includes('=>')) return undefined;
  const first = `${margin}${prefix}${callee}(${[...args.slice(0, -1), head].join(', ')}`;
  const second = `${margin}  ${body},`;
  return Math.max(first.length, second.length) > LINE_WIDTH
    ? undefined
    : [first, second, `${margin})${suffix}`];
}

/** What is taken of a call's result, and is too wide for a line: below what it is added or assigned to. */
function renderMember({ prefix, callee, args, suffix }: Call, margin: string): string[] {
  const called = `${margin}  ${callee}(${args.join(', ')})`;
  const rest =
    `${called}${suffix}`.length <= LINE_WIDTH ? [`${called}${suffix}`] : [called, `${margin}    ${suffix}`];
  return [`${margin}${prefix.trimEnd()}`, ...rest];
}

/** A line; a condition or a constant that is too wide is broken where its operands meet. */
function renderLine(text: string, margin: string): string[] {
  const line = `${margin}${text}`;
  if (line.length <= LINE_WIDTH) return [line];
  const [, condition] = /^if \((.*)\) \{$/.exec(text) ?? [];
  if (condition !== undefined) {
    const operands = operandLines(condition, `${margin}  `);
    const isBroken = operands.length > 1 || splitOutside(condition, ' !== ').length > 1;
    return isBroken ? [`${margin}if (`, ...operands, `${margin}) {`] : [line];
  }
  if (/^(?:attempts: )?\[.*\],$/.test(text)) return renderList(text, margin);
  const [, body] = /^\(\) => (.*)$/.exec(text) ?? [];
  if (body !== undefined) return [`${margin}() =>`, `${margin}  ${body}`];
  const [, name, value] = /^(const \w+) = (.*);$/.exec(text) ?? [];
  if (name === undefined || value === undefined) return [line];
  const whole = `${margin}  ${value};`;
  const operands = choiceLines(value, `${margin}  `) ?? operandLines(value, `${margin}  `);
  if (operands.length === 1) return [line];
  const broken = whole.length <= LINE_WIDTH ? [whole] : [...operands.slice(0, -1), `${operands.at(-1)};`];
  return [`${margin}${name} =`, ...broken];
}

/** `a ? b : c` in three lines. */
function choiceLines(value: string, margin: string): readonly string[] | undefined {
  const [condition, choices = ''] = splitOutside(value, ' ? ');
  const [ifSo, ifNot] = splitOutside(choices, ' : ');
  return ifNot === undefined
    ? undefined
    : [`${margin}${condition}`, `${margin}  ? ${ifSo}`, `${margin}  : ${ifNot}`];
}

/** A list of its own line, or a member that is one, an element a line. */
function renderList(text: string, margin: string): string[] {
  const [, name = '', inside = ''] = /^(attempts: )?\[(.*)\],$/.exec(text) ?? [];
  const elements = splitOutside(inside, ', ').flatMap((one) => renderLine(`${one},`, `${margin}  `));
  return [`${margin}${name}[`, ...elements, `${margin}],`];
}

/** The operands of a condition, a line each, as far as it has several. */
function operandLines(condition: string, margin: string): readonly string[] {
  const operator = [' || ', ' && ', ' !== '].find((one) => splitOutside(condition, one).length > 1) ?? ' || ';
  const operands = splitOutside(condition, operator);
  const last = operands.length - 1;
  const whole = `${margin}${condition}`;
  // a choice in parentheses is not parted from what it is compared with
  const isChoice = operands.at(-1)?.startsWith('(') && condition.includes(' ? ');
  if (operator === ' !== ' && isChoice && whole.length <= LINE_WIDTH) return [whole];
  return operands.flatMap((operand, i) => {
    const line = `${margin}${operand}${i === last ? '' : operator.trimEnd()}`;
    if (line.length <= LINE_WIDTH) return [line];
    const [, compared, to] = /^(.* >=) (0)$/.exec(line) ?? [];
    if (compared !== undefined) return [compared, `${margin}  ${to}`];
    const [, callee, inside, behind] = /^(!?[\w.]+)\((.*)\)( &&| \|\|)?$/.exec(line.trimStart()) ?? [];
    const isOneCall = splitOutside(operand, ')').length === 2;
    if (callee === undefined || inside === undefined || !isOneCall || /[`"]/.test(inside)) return [line];
    const args = splitOutside(inside, ', ').flatMap((arg) => renderArgument(arg, `${margin}  `));
    return [`${margin}${callee}(`, ...args, `${margin})${behind ?? ''}`];
  });
}

/** An argument in lines of its own: a call is broken where it would be too wide. */
function renderArgument(argument: string, margin: string): string[] {
  const line = `${margin}${argument},`;
  const [, callee, inside] = /^([\w.]+)\((.*)\)$/.exec(argument) ?? [];
  if (line.length <= LINE_WIDTH) return [line];
  const choice = choiceLines(argument, margin);
  if (choice !== undefined) return [...choice.slice(0, -1), `${choice.at(-1)},`];
  if (callee === undefined || inside === undefined) return [line];
  // two calls with an operator between, or a text that a comma would be looked for in
  if (splitOutside(argument, ')').length > 2 || /[`"]/.test(inside)) return [line];
  const args = splitOutside(inside, ', ');
  return [`${margin}${callee}(`, ...args.flatMap((arg) => renderArgument(arg, `${margin}  `)), `${margin}),`];
}

function renderDeclaration({ name, type, suffix }: Declaration, margin: string): string[] {
  return brokenType(`${margin}${name}: `, type, suffix, margin);
}

/** A type behind something, in lines where it would be too wide: an object's members, or a union's alternatives, one each. */
function brokenType(before: string, type: string, behind: string, margin: string): string[] {
  const line = `${before}${type}${behind}`;
  if (line.length <= LINE_WIDTH) return [line];
  const alternatives = splitAlternatives(type);
  if (alternatives.length > 1)
    return [before.trimEnd(), ...eachAlternative(alternatives, `${margin}  `, behind)];
  const items = /^\((.*)\)\[\]$/.exec(type)?.[1];
  if (items !== undefined)
    return [
      `${before}(`,
      ...eachAlternative(splitAlternatives(items), `${margin}  `, ''),
      `${margin})[]${behind}`,
    ];
  const [, members, list = ''] = /^(\{ .* \})((?:\[\])*)$/.exec(type) ?? [];
  if (members === undefined) return [line];
  const inner = splitMembers(members).flatMap((member) => brokenMember(member, `${margin}  `));
  return [`${before}{`, ...inner, `${margin}}${list}${behind}`];
}

function eachAlternative(alternatives: readonly string[], margin: string, behind: string): string[] {
  return alternatives.flatMap((one, i) =>
    brokenType(`${margin}| `, one, i === alternatives.length - 1 ? behind : '', `${margin}  `),
  );
}

function brokenMember(member: string, margin: string): string[] {
  const colon = member.indexOf(': ');
  return brokenType(`${margin}${member.slice(0, colon)}: `, member.slice(colon + 2), ';', margin);
}

/** A parameter of a generated function. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly initializer?: string;
  readonly isOptional?: boolean;
}

/** The parameters, those that the body does not use with an underscore in front. */
export function namedByUse(parameters: readonly Parameter[], body: Code): readonly Parameter[] {
  return parameters.map((parameter) =>
    usesName(parameter.name, body) ? parameter : { ...parameter, name: `_${parameter.name}` },
  );
}

/** The declaration of `offset`, which nothing moves in code that reads and writes nothing. */
export function declareOffset(start: string, code: Code): string {
  const isMoved = render(code).some((line) => /^\s*offset \+?= /.test(line));
  return `${isMoved ? 'let' : 'const'} offset = ${start};`;
}

/** Whether code mentions a variable. */
export function usesName(name: string, body: Code): boolean {
  return namesUsed(body).has(name);
}

const known = new WeakMap<Code, ReadonlySet<string>>();

/** The variables and functions that code mentions. Found once a body: modules ask for each function in each body. */
export function namesUsed(body: Code): ReadonlySet<string> {
  let names = known.get(body);
  if (names === undefined) {
    const closures: Nested[] = [];
    const text = render(withoutClosures(body, closures))
      .join('\n')
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/\([\w, ]*\) => \{$/gm, '() => {') // a closure's parameters are no use of others of their names
      .replace(TEXT, (literal) =>
        literal.startsWith('`') ? (literal.match(/(?<!\\)\$\{[^}]*\}/g) ?? []).join(' ') : "''",
      );
    // behind a dot it is a member, unless that dot is the last of three; so it is in front of a colon
    const own = text.match(/(?<!\w)(?<!(?<!\.\.)\.)\w+(?!\w|\??:)/g) ?? [];
    const enclosed = closures.flatMap((closure) =>
      [...namesUsed(closure.body)].filter((name) => !closure.shadows?.includes(name)),
    );
    names = new Set([...own, ...enclosed]);
    known.set(body, names);
  }
  return names;
}

/** The code outside of closures, which are collected. */
function withoutClosures(code: Code, closures: Nested[]): Code {
  return code.flatMap((part): Code => {
    if (typeof part === 'string' || !('body' in part)) return [part];
    if (part.shadows === undefined) return [{ body: withoutClosures(part.body, closures) }];
    closures.push(part);
    return [];
  });
}

/** What is no code: strings, templates, and patterns as far as generated code has them. */
const TEXT =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\/(?=\.test\()/g;

/** The parameters that every function which tries something ahead begins with. */
export const AHEAD_PARAMETERS: readonly Parameter[] = [
  { name: 'bytes', type: 'Uint8Array' },
  { name: 'view', type: 'DataView' },
  { name: 'start', type: 'number' },
  { name: 'end', type: 'number' },
];
