import type { Expression } from '@bytewright/schema-dsl/ir';
import { printExpression } from '@bytewright/schema-dsl/ir';
import { FACT_NOTES } from '../overlay/fact-notes.js';

/** A condition in words: a fact of the machine by what it means, anything else as it is. */
export function conditionWords(when: Expression): string {
  const isNot = when.op === 'not';
  const fact = isNot ? when.of : when;
  const note =
    fact.op === 'parameter' && Object.hasOwn(FACT_NOTES, fact.name) ? FACT_NOTES[fact.name] : undefined;
  if (note === undefined) return printExpression(when);
  return isNot ? `it is not so that ${note.means}` : note.means;
}
