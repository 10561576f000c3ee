import { copyBytes } from '../bytes/copy-bytes.js';
import type { Slab } from '../bytes/slab.js';
import { cutCopy, emptySlab, isCut } from '../bytes/slab.js';
import { byteCount, decodeFailure, trailingBytes } from '../errors/failures.js';
import { isTypedArray } from '../values/is-typed-array.js';
import type { DeferredCharge } from './deferred-charge.js';
import { depthTexts, elementTexts, emptyElementTexts } from './limit-texts.js';
import type { Limits } from './limits.js';
import { DEFAULT_LIMITS, resolveLimits } from './limits.js';

/** How to decode. */
export interface DecodeOptions {
  /**
   * Whether bytes in the value are copies (the default) or views on the input. Short copies of one value may lie in one buffer, which
   * lasts as long as any of them.
   */
  readonly bytes?: 'copy' | 'view';
  readonly limits?: Partial<Limits>;
}

/** The state of a decoding. A plain object: readers keep the offset in a local variable and store it at the end. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where the next field begins. */
  offset: number;
  /** End of the current region. */
  end: number;
  readonly viewBytes: boolean;
  /** What short copies are cut from. */
  readonly slab: Slab;
  /** Structs entered, of those that can contain themselves. */
  depth: number;
  readonly maxDepth: number;
  /** List elements that may still come. */
  elements: number;
  readonly maxElements: number;
  /** List elements that may take no bytes, and may still come. */
  emptyElements: number;
  /** Bytes over which fruitless searches for a boundary may still go. */
  searchBudget: number;
  /** Bytes that failed alternatives may still look at; negative for good once they have looked at more. */
  backtracking: number;
  /** Whether what is being read is paid for as an attempt, or is held against the budgets before it is read for good. */
  isTrial: boolean;
  /** Whether what is being read may still be given up: as the first of several candidates, or to see how far it goes. */
  isAhead: boolean;
  /** Where the bytes end that a failed attempt has looked at, if that is behind the offset of its error. */
  reached: number;
  /** How many bytes attempts have looked at, at most, that are not paid for yet; never more than {@link attempts}. */
  deferred: number;
  /** Those attempts. */
  deferredCharges: DeferredCharge[];
}

/**
 * Begins a decoding of a whole input.
 *
 * @throws DecodeError `limit-exceeded` if the input is larger than the limit.
 * @throws TypeError if the input is not a `Uint8Array`, or a limit no number: mistakes of the program's, not of the input.
 */
export function openInput(bytes: Uint8Array, options: DecodeOptions = {}): Input {
  if (!isTypedArray(bytes, 'Uint8Array')) throw new TypeError('The input is a Uint8Array');
  const limits = resolveLimits(options.limits);
  if (bytes.length > limits.inputSize) {
    const expected = `at most ${limits.inputSize} bytes of input (limits.inputSize)`;
    throw decodeFailure('limit-exceeded', 0, '', expected, byteCount(bytes.length));
  }
  return {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    offset: 0,
    end: bytes.length,
    viewBytes: options.bytes === 'view',
    slab: emptySlab(),
    depth: 0,
    maxDepth: limits.depth,
    elements: limits.elements,
    maxElements: limits.elements,
    emptyElements: emptyElementBudget(bytes.length),
    searchBudget: budgetFor(bytes.length),
    backtracking: budgetFor(bytes.length),
    isTrial: false,
    isAhead: false,
    reached: 0,
    deferred: 0,
    deferredCharges: [],
  };
}

/**
 * An input for looking at what lies ahead, between two offsets: nothing is kept of what is read, and it is bounded, so that
 * limits do not matter.
 */
export function inputAhead(bytes: Uint8Array, view: DataView, offset: number, end: number): Input {
  return {
    bytes,
    view,
    offset,
    end,
    viewBytes: true,
    slab: emptySlab(),
    depth: 0,
    maxDepth: DEFAULT_LIMITS.depth,
    elements: DEFAULT_LIMITS.elements,
    maxElements: DEFAULT_LIMITS.elements,
    emptyElements: emptyElementBudget(bytes.length),
    searchBudget: budgetFor(bytes.length),
    backtracking: budgetFor(bytes.length),
    isTrial: false,
    isAhead: false,
    reached: 0,
    deferred: 0,
    deferredCharges: [],
  };
}

/**
 * Bytes over which searches that find nothing may go, in all, and as many again that attempts in vain may look at: enough
 * for any honest file, and linear.
 *
 * @example for 4096 bytes: 131,072
 */
export function budgetFor(inputSize: number): number {
  return 16 * inputSize + 65_536;
}

/**
 * List elements that may take no bytes, in all: bytes do not bound how many there are, so this does. It depends on the
 * size of the whole alone, so that what decodes encodes.
 */
export function emptyElementBudget(size: number): number {
  return 16 * size + 65_536;
}

/**
 * Counts elements of a list that may take no bytes, before they are read.
 *
 * @throws DecodeError `limit-exceeded` where the input is too small for so many.
 * @example 8 bytes may hold 65,664 such elements, whatever count they give
 */
export function takeEmptyElements(
  input: Pick<Input, 'emptyElements'>,
  count: number,
  offset: number,
  path: string,
): void {
  input.emptyElements -= count;
  if (input.emptyElements < 0)
    throw decodeFailure(
      'limit-exceeded',
      offset,
      path,
      ...emptyElementTexts(input.emptyElements + count, count),
    );
}

/**
 * Ends a decoding: nothing may be left.
 *
 * @throws DecodeError `trailing-bytes` where something is.
 */
export function closeInput(input: Input): void {
  const left = input.bytes.length - input.offset;
  if (left !== 0) throw trailingBytes(input.offset, '', 'the end', left);
}

/** Bytes of the input as the options want them: a copy or a view, always a plain `Uint8Array`. */
export function takeBytes(
  { bytes, viewBytes, slab }: Pick<Input, 'bytes' | 'viewBytes'> & Partial<Pick<Input, 'slab'>>,
  from: number,
  to: number,
): Uint8Array {
  const size = to - from;
  if (viewBytes) return new Uint8Array(bytes.buffer, bytes.byteOffset + from, size);
  return slab !== undefined && isCut(size) ? cutCopy(slab, bytes, from, size) : copyBytes(bytes, from, to);
}

/**
 * Enters a struct that can contain itself.
 *
 * @throws DecodeError `limit-exceeded` beyond the depth limit.
 */
export function enterStruct(input: Input): void {
  if (input.depth >= input.maxDepth) {
    throw decodeFailure('limit-exceeded', input.offset, '', ...depthTexts(input.maxDepth));
  }
  input.depth++;
}

/** Leaves a struct that can contain itself. */
export function leaveStruct(input: Input): void {
  input.depth--;
}

/**
 * Counts list elements against the limit, before they are read.
 *
 * @throws DecodeError `limit-exceeded` where there are too many.
 */
export function takeElements(input: Input, count: number, offset: number, path: string): void {
  input.elements -= count;
  if (input.elements < 0) {
    const texts = elementTexts(input.maxElements, input.maxElements - input.elements);
    throw decodeFailure('limit-exceeded', offset, path, ...texts);
  }
}

/**
 * Counts a search that found nothing between two offsets, before another one goes over the same bytes.
 *
 * @throws DecodeError `limit-exceeded` where such searches would cost more than linear time.
 */
export function chargeSearch(
  input: Pick<Input, 'searchBudget'>,
  start: number,
  end: number,
  path: string,
): void {
  input.searchBudget -= end - start;
  if (input.searchBudget < 0) {
    throw decodeFailure(
      'limit-exceeded',
      start,
      path,
      'boundaries that are found in linear time',
      'too many fruitless searches',
    );
  }
}
