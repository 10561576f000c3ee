import type { Input } from './input.js';

/**
 * Notes how far something has looked that fails at an offset in front of that: an attempt in vain is paid for by all bytes
 * that it looked at.
 *
 * @example text without a terminator fails where it begins, and has been searched to the end of its region
 */
export function noteReach(input: Pick<Input, 'reached'>, end: number): void {
  if (end > input.reached) input.reached = end;
}
