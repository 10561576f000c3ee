import type { Code } from '../code.js';
import { mergedGuards, withoutEarlyTests } from './guards.js';
import { withoutIdleHandovers } from './handovers.js';
import { plainOffsets } from './offsets.js';
import { singleStatements } from './single-statements.js';
import type { Statements } from './statements.js';
import { codeOf, mentionsIn, statementsOf } from './statements.js';

/** The body of a function as a careful person would have written it, from what each part of it wrote by itself. */
export function composeBody(body: Code): Code {
  const lean = withoutIdleHandovers(withoutUnusedReads(statementsOf(body)));
  return codeOf(plainOffsets(mergedGuards(withoutEarlyTests(singleStatements(lean, 1)), 1)));
}

/** Leaves out what is read of the bytes and not asked for, so that the conditions in front of it and behind it become neighbours. */
function withoutUnusedReads(statements: Statements): Statements {
  return statements.filter((statement) => {
    if (statement.kind !== 'line') return true;
    const [, name] = /^const (\w+) = view\.get\w+\([^()]*\);$/.exec(statement.text) ?? [];
    return (
      name === undefined ||
      mentionsIn(
        name,
        statements.filter((other) => other !== statement),
      )
    );
  });
}
