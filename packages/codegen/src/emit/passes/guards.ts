import { LINE_WIDTH } from '../line-width.js';
import type { Statement, Statements } from './statements.js';
import { lineOf } from './statements.js';

const GUARD = /^if \((.*)\) return -1;$/;

/**
 * Makes one condition of those under which a look-ahead gives up, one after the other, as far as a line has room for it:
 * `if (version !== 2 || end - start < 25) return -1;`
 */
export function mergedGuards(statements: Statements, depth: number): Statements {
  const merged: Statement[] = [];
  for (const statement of statements) {
    if (statement.kind === 'compound') {
      const sections = statement.sections.map((section) => ({
        ...section,
        body: mergedGuards(section.body, depth + 1),
      }));
      merged.push({ ...statement, sections });
      continue;
    }
    const last = merged.at(-1);
    const [first, second] = [last?.kind === 'line' ? last.text : '', statement.text].map(conditionOf);
    const both = first === undefined || second === undefined ? undefined : eitherOf(first, second);
    const guard = both === undefined ? undefined : `if (${both}) return -1;`;
    if (guard === undefined || 2 * depth + guard.length > LINE_WIDTH) merged.push(statement);
    else merged.splice(-1, 1, lineOf(guard));
  }
  return merged;
}

/** Drops a test for the end that a later one makes as well, before anything is looked at: bytes are only passed over in between. */
export function withoutEarlyTests(statements: Statements): Statements {
  return statements.filter((statement, index) => {
    if (statement.kind !== 'line' || statement.text !== PASSED) return true;
    for (const next of statements.slice(index + 1)) {
      if (next.kind !== 'line') return true;
      if (next.text === PASSED || /^if \(end - offset < \d+\) return -1;$/.test(next.text)) return false;
      if (!/^(?:if \([^;]*\) )?offset \+= \d+;$/.test(next.text) || /\(.*\boffset\b.*\)/.test(next.text))
        return true;
    }
    return true;
  });
}

const PASSED = 'if (offset > end) return -1;';

const conditionOf = (text: string): string | undefined => GUARD.exec(text)?.[1];

/** Two conditions as one. A number that is in no range, or not the only one that it may be, is compared as a person writes it. */
function eitherOf(first: string, second: string): string {
  const [, least, from] = /^(?:.* \|\| )?!\((\w+) >= (\d+)\)$/.exec(first) ?? [];
  const [, most, to] = /^!\((\w+) <= (\d+)\)$/.exec(second) ?? [];
  if (least !== undefined && least === most) {
    const before = first.slice(0, first.length - `!(${least} >= ${from})`.length);
    return from === to
      ? `${before}${least} !== ${from}`
      : `${before}!(${least} >= ${from} && ${least} <= ${to})`;
  }
  return `${asOperand(first)} || ${asOperand(second)}`;
}

/** `a && b` is told apart from `||`, as the formatter does; what binds less is in parentheses anyway. */
function asOperand(condition: string): string {
  const isLoose = / (?:\?|\?\?|&&) /.test(condition) && !/^!?\([^()]*\)$/.test(condition);
  return isLoose && !/^[^()]* \|\| \([^()]*\)$/.test(condition) ? `(${condition})` : condition;
}
