import { isSpent } from '../backtracking/is-spent.js';
import { isDecodeError } from '../errors/decode-error.js';
import type { Input } from '../input/input.js';
import type { AnyArmTable, Candidate } from './arm-table.js';

/** What says that the first candidate was not taken, and that all have to be tried. */
export const NOT_FIRST: unique symbol = Symbol('not the first candidate');

/**
 * Reads the first candidate of a tag at once, instead of trying it ahead, and takes it if it is followed as the first demand
 * wants: what {@link chooseArm} would choose, and most input is so. Otherwise the input stands where it stood, in all that a
 * choice depends on, and has paid for nothing.
 *
 * Within what is read so, and within what is read only to see how far it goes, nothing else is: each level of nesting
 * would be read twice at the one above.
 *
 * @returns the arm's value, or {@link NOT_FIRST}
 */
export function readFirst<C>(
  input: Input,
  table: AnyArmTable<C>,
  candidates: readonly Candidate<C>[],
  context: C,
): unknown {
  const [candidate] = candidates;
  if (candidate === undefined || input.isAhead) return NOT_FIRST;
  const { arm, searched } = candidate;
  const { bytes, view, offset, end } = input;
  if (table.hasFallback === true && !isCovered(input, candidate)) return NOT_FIRST;
  const { depth, elements, emptyElements, searchBudget, backtracking, reached, deferred, deferredCharges } =
    input;
  const { length } = deferredCharges;
  const [demand] = table.demands;
  input.isAhead = true;
  try {
    const value = arm.read(input, context, searched);
    if (demand === undefined || demand(bytes, view, input.offset, end, context) >= 0) return value;
  } catch (error) {
    if (!isDecodeError(error)) throw error;
  } finally {
    input.isAhead = false;
  }
  deferredCharges.length = length;
  Object.assign(input, {
    offset,
    end,
    depth,
    elements,
    emptyElements,
    searchBudget,
    backtracking,
    reached,
    deferred,
    deferredCharges,
  });
  return NOT_FIRST;
}

/** Whether a union that can fall back on something would take the candidate if it fits: the budgets last for what is in it. */
function isCovered<C>(input: Input, { arm }: Candidate<C>): boolean {
  const { payments = 0, isLarge = false } = arm;
  if (isLarge && isSpent(input)) return false;
  if (payments === 0) return true;
  const most = payments * (input.end - input.offset);
  return most <= Math.min(input.backtracking - input.deferred, input.searchBudget);
}
