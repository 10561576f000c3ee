import { byteCount, encodeFailure } from '../errors/failures.js';
import { isStackOverflow } from '../errors/stack-overflow.js';
import { emptyElementBudget, FEW_EMPTY_ELEMENTS } from '../input/input.js';
import type { Nesting } from './nesting.js';
import { ROOT } from './nesting.js';

/** Something that encoding decided from the value, and that decoding will decide from the bytes. */
export interface Decision {
  readonly offset: number;
  /** Whether the finished bytes lead to the same decision. */
  readonly holds: (bytes: Uint8Array, view: DataView) => boolean;
}

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
}

/**
 * Begins an encoding of a known size.
 *
 * @throws EncodeError `limit-exceeded` where no buffer can be so large
 */
export function createOutput(size: number, failing = -1, { depth, maxDepth }: Nesting = ROOT): Output {
  const bytes = allocate(size);
  const view = new DataView(bytes.buffer);
  const emptyElements = emptyElementBudget(size);
  return { bytes, view, offset: 0, end: size, decisions: [], emptyElements, failing, depth, maxDepth };
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
    throw encodeFailure('limit-exceeded', offset, path, FEW_EMPTY_ELEMENTS, 'more');
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
 * @throws EncodeError `ambiguous` in the second run, at the decision that did not hold: the callers put its path together.
 */
export function decide(output: Output, path: string, decision: Decision): void {
  if (output.decisions.length === output.failing) throw ambiguous(decision.offset, path);
  output.decisions.push(decision);
}

/**
 * Makes all decisions once more, on the finished bytes.
 *
 * @param rewrite writes the same value again, to find the path of a decision that does not hold
 * @throws EncodeError `ambiguous` where a decoder would read another value.
 */
export function confirmDecisions(output: Output, rewrite: (again: Output) => void): void {
  const { bytes, view, decisions } = output;
  const failing = decisions.findIndex((decision) => !decision.holds(bytes, view));
  const failed = decisions[failing];
  if (failed === undefined) return;
  const again = createOutput(bytes.length, failing, output);
  again.emptyElements = Number.POSITIVE_INFINITY; // they have been counted
  rewrite(again);
  throw ambiguous(failed.offset, '');
}

function ambiguous(offset: number, path: string): Error {
  return encodeFailure(
    'ambiguous',
    offset,
    path,
    'bytes that read as this value',
    'bytes that a decoder would read otherwise',
  );
}
