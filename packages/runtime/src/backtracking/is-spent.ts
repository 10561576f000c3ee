import type { Input } from '../input/input.js';

/**
 * Whether nothing more may be tried at length, as attempts in vain have used up the budget: the arm for what nothing else
 * fits is taken then, untried.
 *
 * @param input without it, something is only tried ahead, which costs nothing
 */
export function isSpent(input: Input | undefined): boolean {
  return input !== undefined && input.backtracking < 0;
}
