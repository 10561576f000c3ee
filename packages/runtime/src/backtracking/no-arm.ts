import { atPath } from '../errors/at-path.js';
import { bytesAhead } from '../errors/bytes-ahead.js';
import { isDecodeError } from '../errors/decode-error.js';
import { decodeFailure } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import { offsetOf, resultOf } from './result-of.js';

/** Several ways to read what stands at one place, none of which can be taken. */
export interface FailedChoice {
  /** What was expected, for where all of them fail at the first byte; without it, the first one's error is told. */
  readonly expected?: string;
  /** The member of the value that holds what is read. */
  readonly member?: string;
  /** What must come behind, where something must. */
  readonly demanded?: string;
  /** Readers, with the names of what they read. */
  readonly alternatives: readonly (readonly [name: string, read: () => unknown])[];
}

/** Why none of several alternatives can be taken: the error of the one that came furthest, which tells most. */
export function noArm(
  input: Input,
  start: number,
  end: number,
  path: string,
  { expected, member, demanded = 'something else', alternatives }: FailedChoice,
): unknown {
  const found = (at: number): string => bytesAhead(input.bytes, at, end);
  let furthest = expected === undefined ? start - 1 : start;
  let error: unknown;
  const { backtracking: budget, searchBudget, deferred, deferredCharges } = input;
  // they are read for their errors: what they cost has been paid for when they were tried, and what is deferred stays deferred
  const unlimited = Number.POSITIVE_INFINITY;
  Object.assign(input, {
    backtracking: unlimited,
    searchBudget: unlimited,
    deferred: 0,
    deferredCharges: [],
  });
  for (const [name, read] of alternatives) {
    const { result } = resultOf(input, start, end, read);
    const reached = offsetOf(result);
    if (reached <= furthest) continue;
    furthest = reached;
    error = isDecodeError(result)
      ? atPath(member === undefined ? result : atPath(result, member), path)
      : decodeFailure('no-arm', reached, path, `${demanded} behind ${name}`, found(reached));
  }
  Object.assign(input, { backtracking: budget, searchBudget, deferred, deferredCharges });
  return error ?? decodeFailure('no-arm', start, path, expected ?? 'an alternative', found(start));
}
