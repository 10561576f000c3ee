import { findTerminator, trimFill } from '@bytewright/runtime/codec';
import type * as fc from 'fast-check';
import { hexBytes } from '../../ir/expression.js';
import type { ByteExtentIR } from '../../ir/extent.js';
import type { Range } from '../constraints/range.js';
import { boundedFilter } from './bounded-filter.js';
import type { GenerationBudget } from './generation-budget.js';

/** How content of some type converts to bytes, and how it is truncated. */
export interface Content<T> {
  toBytes(content: T): Uint8Array;
  cut(content: T, size: number): T;
}

/**
 * Content that its terminator or fill can follow: truncated before the first place where a decoder would end it. Content that
 * is then too short is discarded.
 */
export function withRoomForEnding<T>(
  source: fc.Arbitrary<T>,
  extent: ByteExtentIR,
  sizes: Range,
  budget: GenerationBudget,
  { toBytes, cut }: Content<T>,
): fc.Arbitrary<T> {
  const end = endOf(extent);
  if (end === undefined) return source;
  const shorten = (content: T): T => {
    let rest = content;
    for (;;) {
      const bytes = toBytes(rest);
      const at = end(bytes);
      if (at === bytes.length) return rest;
      rest = cut(rest, at); // truncation may create an earlier ending
    }
  };
  const fits = (content: T): boolean => {
    const { length } = toBytes(content);
    return length >= sizes.min && length <= sizes.max && (length - sizes.min) % sizes.step === 0;
  };
  const shortened = source.map(shorten, (content) => content as T); // it maps to itself
  return boundedFilter(shortened, fits, 'content that its ending can follow', budget);
}

/** Where a decoder would end content that is followed by its ending; the content's length if that is correct. */
function endOf(extent: ByteExtentIR): ((content: Uint8Array) => number) | undefined {
  switch (extent.kind) {
    case 'terminated': {
      const terminator = hexBytes(extent.terminator);
      return (content) => {
        const bytes = Uint8Array.of(...content, ...terminator);
        return findTerminator(bytes, 0, bytes.length, terminator, extent.unit);
      };
    }
    case 'padded': {
      const fill = hexBytes(extent.fill);
      return (content) => trimFill(content, 0, content.length, fill);
    }
    default:
      return undefined;
  }
}
