import type { Input } from '../input/input.js';
import { settleDeferredCharges } from './charge-backtracking.js';
import { resultOf } from './result-of.js';
import { withoutStacks } from './without-stacks.js';

/**
 * Whether what the budgets have left covers the attempts and searches that reading something makes in vain; it is read for
 * that only where it might not. Where it does not, the budget of attempts is spent for good.
 *
 * @param most how many attempts and searches that can be; without it, nobody knows
 * @example Three attempts at most on 4 bytes, of an input with 12 left to spend: `true`, and nothing is read
 */
export function canAffordReading(
  input: Input,
  start: number,
  end: number,
  read: () => unknown,
  most: number = Number.POSITIVE_INFINITY,
): boolean {
  if (input.isTrial) return true; // what it is a part of is paid for as a whole
  if (most * (end - start) <= Math.min(input.backtracking - input.deferred, input.searchBudget)) return true;
  settleDeferredCharges(input);
  const { backtracking, searchBudget } = input;
  input.isTrial = true;
  withoutStacks(() => resultOf(input, start, end, read));
  settleDeferredCharges(input);
  input.isTrial = false;
  const isCovered = input.backtracking >= 0 && input.searchBudget >= 0;
  input.backtracking = isCovered ? backtracking : -1;
  input.searchBudget = searchBudget;
  return isCovered;
}
