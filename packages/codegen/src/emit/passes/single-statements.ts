import { LINE_WIDTH } from '../line-width.js';
import type { Compound, Line, Statement, Statements } from './statements.js';
import { lineOf } from './statements.js';

/** Puts what an `if` alone decides behind it, where both fit into a line: `if (end - offset < 4) return -1;`. */
export function singleStatements(statements: Statements, depth: number): Statements {
  return statements.map((statement): Statement => {
    if (statement.kind === 'line') return statement;
    const sections = statement.sections.map((section) => ({
      ...section,
      body: singleStatements(section.body, depth + 1),
    }));
    const compound = { ...statement, sections };
    return onOneLine(compound, depth) ?? compound;
  });
}

function onOneLine({ sections, tail }: Compound, depth: number): Line | undefined {
  const [only, ...others] = sections;
  const [inside, ...more] = only?.body ?? [];
  if (others.length + more.length > 0 || tail?.text !== '}' || inside?.kind !== 'line') return undefined;
  const [, head] = /^(if \(.*\)) \{$/.exec(only?.head?.text ?? '') ?? [];
  if (head === undefined || !/^(?!(?:const|let|if|\/\/)\b).*;$/.test(inside.text)) return undefined;
  const text = `${head} ${inside.text}`;
  return 2 * depth + text.length > LINE_WIDTH ? undefined : lineOf(text);
}
