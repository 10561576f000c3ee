import type { ReadingArm } from '../arms/arm.js';
import { readSearched } from '../arms/searched.js';
import type { DecodeOptions } from '../input/input.js';
import { decodeRoot } from './decode-root.js';
import { wholeInputTable } from './whole-input-table.js';

/**
 * Decodes a whole input with the first of an arm's parameters with which it ends where the input does.
 *
 * @param context what the arm is told beside
 * @throws DecodeError `limit-exceeded` where the stack ends; where there are no such parameters, the error of those with which it came
 * furthest
 * @example `decodeSearchedRoot(bytes, undefined, pciReading, { version: 3 })` tries what `pciReading.searched` may be
 */
export function decodeSearchedRoot<V, C, F>(
  bytes: Uint8Array,
  options: DecodeOptions | undefined,
  arm: ReadingArm<V, C, F>,
  context: NoInfer<C>,
): V {
  return decodeRoot(bytes, options, (input) => readSearched(input, wholeInputTable(arm), context));
}
