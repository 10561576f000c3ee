import type { Code } from '../code.js';
import { mergedGuards, withoutEarlyTests } from './guards.js';
import { withoutIdleHandovers } from './handovers.js';
import { plainOffsets } from './offsets.js';
import { singleStatements } from './single-statements.js';
import { codeOf, statementsOf } from './statements.js';

/** The body of a function as a careful person would have written it, from what each part of it wrote by itself. */
export function tidy(body: Code): Code {
  const lean = withoutIdleHandovers(statementsOf(body));
  return codeOf(plainOffsets(mergedGuards(withoutEarlyTests(singleStatements(lean, 1)), 1)));
}
