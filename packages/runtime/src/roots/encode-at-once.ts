import { encodeErrorOf } from '../errors/stack-overflow.js';
import { emptyElementBudget } from '../input/input.js';
import type { EncodeOptions } from '../output/encode-options.js';
import type { Nesting } from '../output/nesting.js';
import { openNesting } from '../output/nesting.js';
import type { Output } from '../output/output.js';
import { confirmDecisions, createOutput, OPEN_END } from '../output/output.js';
import { encodeRoot } from './encode-root.js';

/** Bytes that the last value took which each function wrote, and the next one may take again. */
const lastSizes = /*@__PURE__*/ new WeakMap<object, number>();

/** What is larger has its size added up: a buffer of that size might be far too large for the next value. */
const MOST = 64 * 2 ** 20;

/**
 * Encodes a value by what measures it and what writes it, as {@link encodeRoot} does and with the same result; mostly without
 * measuring it, in a buffer that is as large as the last value's. Where that is too small, or anything is wrong, it is all done
 * again with the exact size, which finds the same errors in the same order as always.
 *
 * For what is written where it stands, without asking where its region ends, and does not contain itself: how deep it is only
 * what measures it knows.
 *
 * @throws EncodeError as {@link encodeRoot} does
 */
export function encodeAtOnce<T>(
  value: T,
  options: EncodeOptions | undefined,
  measure: (value: T, nesting: Nesting) => number,
  write: (output: Output, value: T) => void,
): Uint8Array {
  const last = lastSizes.get(write);
  const bytes =
    (last === undefined ? undefined : tryAtOnce(value, options, last, write)) ??
    encodeRoot(value, options, measure, write);
  if (bytes.length === last) return bytes;
  if (bytes.length <= MOST) lastSizes.set(write, bytes.length);
  else lastSizes.delete(write);
  return bytes;
}

/** The encoding, if there is one of at most so many bytes. @throws EncodeError where a decision does not hold */
function tryAtOnce<T>(
  value: T,
  options: EncodeOptions | undefined,
  room: number,
  write: (output: Output, value: T) => void,
): Uint8Array | undefined {
  const output = createOutput(room, -1, openNesting(options));
  output.end = OPEN_END;
  try {
    write(output, value);
  } catch {
    return undefined; // also what is not an error of ours: nothing has been checked that is only checked while it is measured
  }
  const size = output.offset;
  const emptyElements = emptyElementBudget(room) - output.emptyElements;
  if (size > room || emptyElements > emptyElementBudget(size)) return undefined;
  const finished = size === room ? output : { ...output, ...cut(output.bytes, size) };
  try {
    confirmDecisions(finished, (again) => write(again, value));
    return finished.bytes;
  } catch (error) {
    throw encodeErrorOf(error);
  }
}

function cut(bytes: Uint8Array, size: number): Pick<Output, 'bytes' | 'view'> {
  const own = bytes.slice(0, size);
  return { bytes: own, view: new DataView(own.buffer) };
}
