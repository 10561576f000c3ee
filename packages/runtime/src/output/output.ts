import { bytesAhead } from '../errors/bytes-ahead.js';
import type { DecodeError } from '../errors/decode-error.js';
import { isDecodeError } from '../errors/decode-error.js';
import { byteCount, encodeFailure } from '../errors/failures.js';
import { isStackOverflow } from '../errors/stack-overflow.js';
import type { Input } from '../input/input.js';
import { emptyElementBudget, inputAhead } from '../input/input.js';
import { emptyElementTexts } from '../input/limit-texts.js';
import type { Nesting } from './nesting.js';
import { ROOT } from './nesting.js';

/** Something that encoding decided from the value, and that decoding will decide from the bytes. */
export interface Decision {
  readonly offset: number;
  /** End of the region that a decoder sees then, as an output has it while it is written. */
  readonly end: number;
  /** Whether it can be made in less, where what its own writer wrote is taken to be read as that. */
  readonly restsOnWriter?: boolean;
  /**
   * Whether the finished bytes lead to the same decision. The input ends where the region does; what is tried in vain is paid
   * for out of its budgets.
   *
   * @param isWritten whether what its own writer wrote may be taken to be read as that, as it is if all decisions hold
   */
  holds(bytes: Uint8Array, view: DataView, input: Input, isWritten: boolean): boolean;
}

/** Why a decision does not hold: the bytes read otherwise, or a decoder would give up on them. */
export interface Doubt {
  readonly code: 'ambiguous' | 'limit-exceeded';
  readonly expected: string;
  readonly found: string;
}

/** The doubt about a decision at an offset of finished bytes. */
export function ambiguousAt(bytes: Uint8Array, offset: number): Doubt {
  const found = `${bytesAhead(bytes, offset, bytes.length)}, which a decoder would read otherwise`;
  return { code: 'ambiguous', expected: 'bytes that read as this value', found };
}

/** The doubt about a decision that a decoder would not pay for. */
export const TOO_COSTLY: Doubt = {
  code: 'limit-exceeded',
  expected: 'alternatives that are told apart in linear time',
  found: 'too many failed alternatives',
};

/** The state of an encoding: a buffer of the final size, the decisions to confirm, and how deep what it measures may be. */
export interface Output extends Nesting {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where the next field goes. */
  offset: number;
  /** End of the current region, where a decoder will see it. */
  end: number;
  readonly decisions: Decision[];
  /** List elements that may take no bytes, and may still be written: as many as a decoder will take. */
  emptyElements: number;
  /** Index of the decision at which to fail, in a second run; -1 in the first. */
  readonly failing: number;
  /** Why that decision does not hold. */
  doubt: Doubt | undefined;
}

/**
 * Where the region of an encoding ends whose size is not known yet: behind all bytes that can be, however many are kept free
 * at its end. A small integer, as engines have them.
 */
export const OPEN_END: number = 2 ** 30 - 1;

/** Outputs that are this large have their size taken first. */
export const LEAST_OPEN_END: number = 2 ** 29;

/** Where a region ends, now that the size of the whole is known, if the output had an open end. */
export function endIn(size: number, end: number): number {
  return end < LEAST_OPEN_END || size >= LEAST_OPEN_END ? end : end - OPEN_END + size;
}

/**
 * Begins an encoding of a known size.
 *
 * @throws EncodeError `limit-exceeded` where no buffer can be so large
 */
export function createOutput(size: number, failing = -1, { depth, maxDepth }: Nesting = ROOT): Output {
  const bytes = allocate(size);
  const view = new DataView(bytes.buffer);
  return {
    bytes,
    view,
    offset: 0,
    end: size,
    decisions: [],
    emptyElements: emptyElementBudget(size),
    failing,
    doubt: undefined,
    depth,
    maxDepth,
  };
}

/**
 * Counts elements of a list that may take no bytes, before they are written.
 *
 * @throws EncodeError `limit-exceeded` where a decoder would find them too many for the bytes there are.
 */
export function writeEmptyElements(
  output: Pick<Output, 'emptyElements'>,
  count: number,
  offset: number,
  path: string,
): void {
  output.emptyElements -= count;
  if (output.emptyElements < 0)
    throw encodeFailure(
      'limit-exceeded',
      offset,
      path,
      ...emptyElementTexts(output.emptyElements + count, count),
    );
}

function allocate(size: number): Uint8Array {
  try {
    return new Uint8Array(size);
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    throw encodeFailure('limit-exceeded', undefined, '', 'a size that memory can hold', byteCount(size));
  }
}

/**
 * Records a decision that rests on bytes which are not written yet.
 *
 * @throws EncodeError in the second run, at the decision that did not hold: the callers put its path together.
 */
export function decide(output: Output, path: string, decision: Decision): void {
  if (output.decisions.length === output.failing)
    throw refusal(output.doubt ?? TOO_COSTLY, decision.offset, path);
  output.decisions.push(decision);
}

/**
 * Makes all decisions once more, on the finished bytes. Gives the input that they were made on, with what is left of its
 * budgets.
 *
 * Where it saves something, each is first made as if what its own writer wrote were read as that. If all hold so, it is, by
 * induction from the innermost one: docs/architecture.md. If not, they are made in full, for the first that does not hold then.
 *
 * @param rewrite writes the same value again, to find the path of a decision that does not hold
 * @throws EncodeError `ambiguous` where a decoder would read another value, `limit-exceeded` where its decisions would
 * cost more than linear time.
 */
export function confirmDecisions(output: Output, rewrite: (again: Output) => void): Input {
  const { bytes, decisions } = output;
  if (decisions.some(({ restsOnWriter = false }) => restsOnWriter)) {
    const input = inputOn(output);
    if (decisions.every((decision) => doubtOf(decision, input, true) === undefined)) return input;
  }
  const whole = inputOn(output);
  for (const [failing, decision] of decisions.entries()) {
    const doubt = doubtOf(decision, whole, false);
    if (doubt === undefined) continue;
    const again = createOutput(bytes.length, failing, output);
    again.emptyElements = Number.POSITIVE_INFINITY; // they have been counted
    again.doubt = doubt;
    rewrite(again);
    throw refusal(doubt, decision.offset, '');
  }
  return whole;
}

function inputOn({ bytes, view, maxDepth }: Output): Input {
  return { ...inputAhead(bytes, view, 0, bytes.length), maxDepth };
}

/** Why a decision does not hold, if so. */
function doubtOf(decision: Decision, input: Input, isWritten: boolean): Doubt | undefined {
  const { bytes, view } = input;
  input.end = endIn(bytes.length, decision.end);
  try {
    if (decision.holds(bytes, view, input, isWritten)) return undefined;
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    if (isSpentOn(error, input)) return TOO_COSTLY;
  }
  return ambiguousAt(bytes, decision.offset);
}

/** Whether nothing was left to pay for a choice, rather than that nothing can be chosen. */
function isSpentOn({ code }: DecodeError, { backtracking, searchBudget }: Input): boolean {
  return code === 'limit-exceeded' && Math.min(backtracking, searchBudget) < 0;
}

function refusal({ code, expected, found }: Doubt, offset: number, path: string): Error {
  return encodeFailure(code, offset, path, expected, found);
}
