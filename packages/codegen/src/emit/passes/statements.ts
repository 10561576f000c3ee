import type { Code } from '../code.js';

/** A line of code. */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
}

/** A head with what is in braces behind it, and the same again for `else` and `catch`; `tail` closes the last one. */
export interface Compound {
  readonly kind: 'compound';
  readonly sections: readonly Section[];
  readonly tail: Line | undefined;
}

/** A head, such as `if (found) {`, and its body. */
export interface Section {
  readonly head: Line | undefined;
  readonly body: Statements;
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
    if (typeof part !== 'string') {
      const body = statementsOf(part.body);
      if (last?.kind === 'line') {
        found.pop();
        const open = found.at(-1);
        const isNext = open?.kind === 'compound' && open.tail === undefined && last.text.startsWith('}');
        if (isNext) found.pop();
        const before = isNext ? open.sections : [];
        found.push({ kind: 'compound', sections: [...before, { head: last, body }], tail: undefined });
      } else found.push({ kind: 'compound', sections: [{ head: undefined, body }], tail: undefined });
      continue;
    }
    const line = lineOf(part);
    const isTail = last?.kind === 'compound' && last.tail === undefined && /^[})\]]/.test(part);
    if (!isTail || part.endsWith('{')) found.push(line);
    else found.splice(-1, 1, { ...last, tail: line });
  }
  return found;
}

/** Statements as code. */
export function codeOf(statements: Statements): Code {
  return statements.flatMap((statement): Code => {
    if (statement.kind === 'line') return [statement.text];
    const { sections, tail } = statement;
    const inside = sections.flatMap(
      ({ head, body }): Code => [...(head === undefined ? [] : [head.text]), { body: codeOf(body) }],
    );
    return tail === undefined ? inside : [...inside, tail.text];
  });
}

/** A line from its text. */
export const lineOf = (text: string): Line => ({ kind: 'line', text });

/** Whether a construct is a function with an offset of its own. */
export const hasOwnOffset = ({ sections }: Compound): boolean =>
  sections.some(({ head, body }) => (head?.text.endsWith('=> {') ?? false) && declaresOffset(body));

const declaresOffset = (statements: Statements): boolean =>
  statements.some((one) => one.kind === 'line' && /^(?:let|const) offset\b/.test(one.text));

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

/** Whether code mentions a variable. */
export const isMentioned = (name: string, code: Code): boolean => mentionsIn(name, statementsOf(code));
