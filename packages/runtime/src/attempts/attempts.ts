import { atPath } from '../errors/at-path.js';
import type { DecodeError } from '../errors/decode-error.js';
import { isDecodeError } from '../errors/decode-error.js';
import { decodeFailure } from '../errors/failures.js';
import type { Input } from '../input/input.js';

/** Several ways to read what stands at one place, none of which can be taken. */
export interface FailedChoice {
  /** What was expected, for where all of them fail at the first byte; without it, the first one's error is told. */
  readonly expected?: string;
  /** The member of the value that holds what is read. */
  readonly member?: string;
  /** What must come behind, where something must. */
  readonly demanded?: string;
  /** Readers, with the names of what they read. */
  readonly attempts: readonly (readonly [name: string, read: () => unknown])[];
}

/**
 * Counts an attempt that was made for nothing by the bytes that it looked at.
 *
 * @throws DecodeError `limit-exceeded` where such attempts would cost more than linear time.
 */
export function payForAttempt(
  input: Input,
  start: number,
  end: number,
  path: string,
  read: () => unknown,
): void {
  const result = resultOf(input, start, end, read);
  const isSearch = isDecodeError(result) && result.code === 'no-boundary';
  input.scans -= Math.max(0, (isSearch ? end : offsetOf(result)) - start);
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

/** Why none of several alternatives can be taken: the error of the one that came furthest, which tells most. */
export function noArm(
  input: Input,
  start: number,
  end: number,
  path: string,
  { expected, member, demanded = 'something else', attempts }: FailedChoice,
): unknown {
  let furthest = expected === undefined ? start - 1 : start;
  let error: unknown = decodeFailure(
    'no-arm',
    start,
    path,
    expected ?? 'an alternative',
    'bytes that none of them parses',
  );
  for (const [name, read] of attempts) {
    const result = resultOf(input, start, end, read);
    const reached = offsetOf(result);
    if (reached <= furthest) continue;
    furthest = reached;
    error = isDecodeError(result)
      ? atPath(member === undefined ? result : atPath(result, member), path)
      : decodeFailure('no-arm', reached, path, `${demanded} behind ${name}`, 'bytes that it does not parse');
  }
  return error;
}

const offsetOf = (result: DecodeError | number): number => (isDecodeError(result) ? result.offset : result);

/** How a reader fails, or the offset behind what it reads. The input is left as it was, less what was paid for searches. */
function resultOf(input: Input, start: number, end: number, read: () => unknown): DecodeError | number {
  const { offset, end: outer, depth, elements } = input;
  input.offset = start;
  input.end = end;
  try {
    read();
    return input.offset;
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return error;
  } finally {
    Object.assign(input, { offset, end: outer, depth, elements });
  }
}
