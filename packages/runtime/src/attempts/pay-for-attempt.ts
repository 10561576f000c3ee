import { isDecodeError } from '../errors/decode-error.js';
import { decodeFailure } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import type { OwedAttempt } from '../input/owed-attempt.js';
import { resultOf } from './result-of.js';
import { withoutStacks } from './without-stacks.js';

/**
 * Counts an attempt that was made for nothing by the bytes that it looked at, for a choice that has no arm to fall back on.
 *
 * @param most how many such payments there can be, its own and those of attempts within it; without it, nobody knows
 * @throws DecodeError `limit-exceeded` where such attempts would cost more than linear time.
 * @example Two attempts on 4 bytes, of an input with 24 left to spend: 8 are owed at most, and neither is read again.
 */
export function payForAttempt(
  input: Input,
  start: number,
  end: number,
  path: string,
  read: () => unknown,
  most?: number,
): void {
  if (chargeAttempt(input, start, end, read, most)) return;
  throw decodeFailure(
    'limit-exceeded',
    start,
    path,
    'alternatives that are told apart in linear time',
    'too many fruitless attempts',
  );
}

/**
 * Counts an attempt that was made for nothing by the bytes that it looked at. Gives whether the budget covered them; if not,
 * it is spent for good.
 *
 * How many bytes these are, only reading once more tells. As long as the budget would cover all bytes there are, nothing
 * depends on it: the attempt is owed then, and read only if the budget gets short.
 *
 * @param most how many such payments there can be, its own and those of attempts within it; without it, nobody knows
 * @example An attempt that failed at its third byte, of an input with 2 left to spend: `false`
 */
export function chargeAttempt(
  input: Input,
  start: number,
  end: number,
  read: () => unknown,
  most?: number,
): boolean {
  if (input.attempts === Number.POSITIVE_INFINITY) return true; // what is read for its error has been paid for
  const attempt = { start, end, depth: input.depth, elements: input.elements, read };
  if (most !== undefined) {
    const owed = input.owed + most * (end - start);
    if (owed <= input.attempts) {
      input.owed = owed;
      input.owedAttempts.push(attempt);
      return true;
    }
  }
  settleAttempts(input);
  if (input.attempts >= 0) pay(input, attempt);
  return input.attempts >= 0;
}

/** Pays for all attempts that are still owed, for which there is enough: that was seen to when they were made. */
export function settleAttempts(input: Input): void {
  const attempts = input.owedAttempts;
  input.owedAttempts = [];
  input.owed = 0;
  for (const attempt of attempts) pay(input, attempt);
}

/**
 * An attempt costs the bytes that it looked at, or what was tried and searched for within it where that is more. It is all
 * paid for as an attempt: searches for boundaries are left what is theirs.
 */
function pay(input: Input, { start, end, depth, elements, read }: OwedAttempt): void {
  const { attempts, scans, isTrial } = input;
  const now = { depth: input.depth, elements: input.elements, scans, isTrial };
  Object.assign(input, { depth, elements, scans: attempts, isTrial: true });
  const { result, reached } = withoutStacks(() => resultOf(input, start, end, read));
  settleAttempts(input); // those within it
  const isSearch = isDecodeError(result) && result.code === 'no-boundary';
  const within = attempts - input.attempts + (attempts - input.scans);
  Object.assign(input, now);
  input.attempts = attempts - Math.max((isSearch ? end : reached) - start, within);
}
