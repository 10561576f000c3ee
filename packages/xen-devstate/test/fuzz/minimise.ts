import type { Case, Fault } from './target.js';

/** What a case that fails shows. */
type Examine = (one: Case) => Promise<Fault | undefined>;

/** The case with as few steps of damage as still show the same kind of fault: no one of them can be left out. */
export async function minimise(one: Case, kind: string, examine: Examine): Promise<Case> {
  let least = one;
  for (let i = 0; i < least.steps.length; ) {
    const fewer = { ...least, steps: least.steps.filter((_, j) => j !== i) };
    if ((await examine(fewer))?.kind === kind) least = fewer;
    else i++;
  }
  return least;
}
