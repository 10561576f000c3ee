import type { ReadingArm, WritingArm } from '../arms/arm.js';
import { measureSearched, writeSearched } from '../arms/searched.js';
import { writingTable } from '../arms/writing-table.js';
import type { EncodeOptions } from '../output/encode-options.js';
import { encodeRoot } from './encode-root.js';
import { sizeOfRoot } from './size-of-root.js';
import { wholeInputTable } from './whole-input-table.js';

/**
 * Encodes a value with those of an arm's parameters that it tells, or else the first with which that works.
 *
 * @param reading by which a decoder will find the parameters
 * @param context what the arm is told beside
 * @throws EncodeError as `encodeRoot` does; `ambiguous` where a decoder would find other parameters
 * @example `encodeSearchedRoot(value, undefined, pciReading, pciWriting, { version: 3 })`
 */
export function encodeSearchedRoot<V, C, F>(
  value: V,
  options: EncodeOptions | undefined,
  reading: ReadingArm<V, C, F>,
  writing: WritingArm<V, C, F>,
  context: NoInfer<C>,
): Uint8Array {
  const arms = writingTable(wholeInputTable(reading), { root: writing });
  return encodeRoot(
    value,
    options,
    (it, nesting) => measureSearched(arms, it, context, nesting),
    (output, it) => writeSearched(output, arms, it, context),
  );
}

/**
 * Adds up the bytes that a value takes, with the parameters that {@link encodeSearchedRoot} finds.
 *
 * @throws EncodeError as `sizeOfRoot` does
 * @example `sizeOfSearchedRoot(value, undefined, pciReading, pciWriting, { version: 3 })`
 */
export function sizeOfSearchedRoot<V, C, F>(
  value: V,
  options: EncodeOptions | undefined,
  reading: ReadingArm<V, C, F>,
  writing: WritingArm<V, C, F>,
  context: NoInfer<C>,
): number {
  const arms = writingTable(wholeInputTable(reading), { root: writing });
  return sizeOfRoot(value, options, (it, nesting) => measureSearched(arms, it, context, nesting));
}
