import { isDecodeError } from '../errors/decode-error.js';
import { decodeFailure } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import { resultOf } from './result-of.js';
import { withoutStacks } from './without-stacks.js';

/** An attempt that was made for nothing and is not paid for yet, with the state of the input in which it was made. */
export interface OwedAttempt {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly elements: number;
  readonly read: () => unknown;
}

/**
 * Counts an attempt that was made for nothing by the bytes that it looked at.
 *
 * How many these are, only reading once more tells. As long as the budget would cover all bytes there are, nothing depends
 * on it: the attempt is owed then, and read only if the budget gets short.
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
  const attempt = { start, end, depth: input.depth, elements: input.elements, read };
  if (most !== undefined) {
    const owed = input.owed + most * (end - start);
    if (owed <= input.scans) {
      input.owed = owed;
      input.owedAttempts.push(attempt);
      return;
    }
  }
  settleAttempts(input);
  pay(input, attempt);
  settleAttempts(input);
  if (input.scans < 0) {
    throw decodeFailure(
      'limit-exceeded',
      start,
      path,
      'alternatives that are told apart in linear time',
      'too many fruitless attempts',
    );
  }
}

/** Pays for all attempts that are still owed, for which there is enough: that was seen to when they were made. */
export function settleAttempts(input: Input): void {
  while (input.owedAttempts.length > 0) {
    const attempts = input.owedAttempts;
    input.owedAttempts = [];
    input.owed = 0;
    for (const attempt of attempts) pay(input, attempt);
  }
}

function pay(input: Input, { start, end, depth, elements, read }: OwedAttempt): void {
  const now = { depth: input.depth, elements: input.elements };
  Object.assign(input, { depth, elements });
  const { result, reached } = withoutStacks(() => resultOf(input, start, end, read));
  Object.assign(input, now);
  const isSearch = isDecodeError(result) && result.code === 'no-boundary';
  input.scans -= (isSearch ? end : reached) - start;
}
