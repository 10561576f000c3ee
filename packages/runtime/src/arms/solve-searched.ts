import { solveParameter } from '../backtracking/solve-parameter.js';
import type { Nesting } from '../output/nesting.js';
import { createOutput } from '../output/output.js';
import type { Candidate } from './arm-table.js';
import type { WritingEntry } from './writing-table.js';

/**
 * The parameters with which an arm's value can be encoded: as its shape tells them, or else the first with which that works. Where there
 * are none, those with which it comes furthest, as the error tells most then.
 *
 * @example of `pciConfigSize: [256, 4096]` and a value whose configuration has 4032 more bytes: `{ pciConfigSize: 4096 }`
 */
export function solveSearched<C>(
  { name, arm, candidates }: WritingEntry<C>,
  value: never,
  context: C,
  nesting: Nesting,
): Candidate<C> {
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) return only;
  const told = arm.toldBy?.(value, context) ?? {};
  let first: Candidate<C> | undefined;
  const others: Candidate<C>[] = []; // nearly always there are none, as a value tells them all
  for (const candidate of candidates) {
    if (!agrees(candidate.searched, told)) continue;
    if (first === undefined) first = candidate;
    else others.push(candidate);
  }
  if (first === undefined) throw new TypeError(`${name} tells parameters that are not searched for`);
  if (others.length === 0) return first;
  return solveParameter([first, ...others], ({ searched }) => {
    arm.write(
      createOutput(arm.measure(value, context, searched, nesting), -1, nesting),
      value,
      context,
      searched,
    );
  });
}

/** Whether parameters are those that a value tells; only the arm's own functions know which there are. */
function agrees(searched: Readonly<Record<string, unknown>>, told: object): boolean {
  const said = told as Readonly<Record<string, unknown>>; // an object of an arm's own making
  for (const parameter in said) if (!Object.is(searched[parameter], said[parameter])) return false;
  return true;
}
