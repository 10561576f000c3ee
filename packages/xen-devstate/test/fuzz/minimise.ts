import type { Case, Fault } from './target.js';

/** Executes a case, and returns its fault. */
type Examine = (one: Case) => Promise<Fault | undefined>;

/** Reduces a case to steps of damage that still cause the same kind of fault, and of which none can be left out. */
export async function minimise(one: Case, kind: string, examine: Examine): Promise<Case> {
  let least = one;
  for (let i = 0; i < least.steps.length; ) {
    const fewer = { ...least, steps: least.steps.filter((_, j) => j !== i) };
    if ((await examine(fewer))?.kind === kind) least = fewer;
    else i++;
  }
  return least;
}
