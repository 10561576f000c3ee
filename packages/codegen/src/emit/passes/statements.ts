import type { Code, Nested } from '../code.js';

/** A line of code. */
export interface Line {
  readonly kind: 'line';
  readonly part: Exclude<Code[number], Nested>;
  /** The line as if it had room. */
  readonly text: string;
}

/** A head with what is indented below it, and the same again for `else` and `catch`; `tail` closes the last one. */
export interface Compound {
  readonly kind: 'compound';
  readonly sections: readonly Section[];
  readonly tail: Line | undefined;
}

/** A head, such as `if (found) {`, and its body. */
export interface Section {
  readonly head: Line | undefined;
  readonly body: Statements;
  /** Names that mean something else within. */
  readonly shadows: readonly string[] | undefined;
}

/** One line, or one construct with bodies. */
export type Statement = Line | Compound;

/** Statements that follow one another. */
export type Statements = readonly Statement[];

/** Code as the statements that it consists of. */
export function statementsOf(code: Code): Statements {
  const found: Statement[] = [];
  for (const part of code) {
    const last = found.at(-1);
    if (typeof part !== 'string' && 'body' in part) {
      const section = { body: statementsOf(part.body), shadows: part.shadows };
      if (last?.kind === 'line') {
        found.pop();
        const open = found.at(-1);
        const isNext = open?.kind === 'compound' && open.tail === undefined && last.text.startsWith('}');
        if (isNext) found.pop();
        const before = isNext ? open.sections : [];
        found.push({ kind: 'compound', sections: [...before, { head: last, ...section }], tail: undefined });
      } else found.push({ kind: 'compound', sections: [{ head: undefined, ...section }], tail: undefined });
      continue;
    }
    const line: Line = { kind: 'line', part, text: textOf(part) };
    const isTail = last?.kind === 'compound' && last.tail === undefined && /^[})\]]/.test(line.text);
    if (!isTail || line.text.endsWith('{')) found.push(line);
    else found.splice(-1, 1, { ...last, tail: line });
  }
  return found;
}

/** Statements as code. */
export function codeOf(statements: Statements): Code {
  return statements.flatMap((statement): Code => {
    if (statement.kind === 'line') return [statement.part];
    const { sections, tail } = statement;
    const inside = sections.flatMap(({ head, body, shadows }): Code => {
      const nested = { body: codeOf(body), ...(shadows === undefined ? {} : { shadows }) };
      return head === undefined ? [nested] : [head.part, nested];
    });
    return tail === undefined ? inside : [...inside, tail.part];
  });
}

/** A line from its text. */
export const lineOf = (text: string): Line => ({ kind: 'line', part: text, text });

/** The text of a line, as if it had room. */
function textOf(part: Exclude<Code[number], Nested>): string {
  if (typeof part === 'string') return part;
  if ('type' in part) return `${part.name}: ${part.type}${part.suffix}`;
  return `${part.prefix}${part.callee}(${part.args.join(', ')})${part.suffix}`;
}

/** Whether a line mentions a variable; text in quotes is no code. */
export function mentions(name: string, { text }: Line): boolean {
  const code = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "''").replace(/\/\/ .*$/, '');
  return new RegExp(`(?<![\\w.$])${name}(?!\\w|:)`).test(code);
}

/** Whether some statements mention a variable, closures included. */
export function mentionsIn(name: string, statements: Statements): boolean {
  return statements.some((statement) =>
    statement.kind === 'line'
      ? mentions(name, statement)
      : statement.sections.some(
          ({ head, body }) => (head !== undefined && mentions(name, head)) || mentionsIn(name, body),
        ),
  );
}
