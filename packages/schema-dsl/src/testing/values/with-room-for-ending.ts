import { findTerminator, trimFill } from '@bytewright/runtime/codec';
import type * as fc from 'fast-check';
import { hexBytes } from '../../ir/expression.js';
import type { ByteExtentIR } from '../../ir/extent.js';
import type { Range } from '../constraints/range.js';
import { boundedFilter } from './bounded-filter.js';
import type { GenerationBudget } from './generation-budget.js';

/** How content of a kind is bytes, and how it is cut to so many of them. */
export interface Content<T> {
  toBytes(content: T): Uint8Array;
  cut(content: T, size: number): T;
}

/**
 * Content that its terminator or fill can follow: cut in front of the first place where a decoder would end it.
 * What is then too short for its room is left out.
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
      rest = cut(rest, at); // cutting may make it end sooner still
    }
  };
  const fits = (content: T): boolean => {
    const { length } = toBytes(content);
    return length >= sizes.min && length <= sizes.max && (length - sizes.min) % sizes.step === 0;
  };
  const shortened = source.map(shorten, (content) => content as T); // it is its own origin
  return boundedFilter(shortened, fits, 'content that its ending can follow', budget);
}

/** Where a decoder would end content that is followed by its ending; its length, where it would end there. */
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
