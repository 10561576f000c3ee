import { varintSize } from '@bytewright/runtime/codec';
import { numberBounds } from '../../ir/analysis/size-bounds.js';
import type { ByteExtentIR, ExpressionExtent, FixedExtent } from '../../ir/extent.js';
import type { NumericNode } from '../../ir/nodes/numeric.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import type { GenerationScope } from '../constraints/generation-scope.js';
import type { Range } from '../constraints/range.js';
import { clamp, exactly, intersect, isEmpty } from '../constraints/range.js';
import { Unsatisfiable } from './generation-budget.js';
import type { Place } from './place.js';

/** Larger sizes are not generated unless the schema requires them. */
const SIZE_LIMIT = 1 << 16;

/** The possible sizes of content with this extent; a prefix is not part of the content. */
export function sizesOf(extent: ByteExtentIR, { scope, room }: Place): Range {
  switch (extent.kind) {
    case 'fixed':
      return exactly(extent.size);
    case 'prefix': {
      const { max } = numericTraits(extent.prefix);
      return possible(clamp(behindPrefix(room, extent.prefix), 0, Number(max)));
    }
    case 'expression':
      return possible(intersect(clamp(scope.rangeOf(extent.size), 0, Number.MAX_SAFE_INTEGER), room));
    case 'terminated':
      return possible(without(room, extent.terminator.length / 2));
    case 'padded':
      return { min: 0, max: ownSizeOf(extent.size, scope), step: 1 };
    case 'end':
    case 'until':
      return possible(room);
  }
}

/** The size of a node with an explicit size. @throws Unsatisfiable if that is not a valid size, or not settled */
export function ownSizeOf(extent: FixedExtent | ExpressionExtent, scope: GenerationScope): number {
  if (extent.kind === 'fixed') return extent.size;
  const { min, max } = scope.rangeOf(extent.size);
  if (min !== max || min < 0) throw new Unsatisfiable('no size is settled here');
  return possible(exactly(min)).min;
}

/** The room that remains after a prefix; if the prefix's own size depends on it, that of the largest possible prefix is used. */
export function behindPrefix(room: Range, prefix: NumericNode): Range {
  const { min, max } = numberBounds(prefix);
  if (min === max) return without(room, min);
  const largest = Math.min(room.max, Number.MAX_SAFE_INTEGER);
  const size = prefix.kind === 'varint' ? varintSize(largest, prefix.encoding) : max;
  return without(room, Math.min(size, max));
}

/** The room that remains after `size` bytes. */
export function without({ min, max, step }: Range, size: number): Range {
  return clamp({ min: min - size, max: max - size, step }, 0, Number.POSITIVE_INFINITY);
}

function possible(sizes: Range): Range {
  if (isEmpty(sizes)) throw new Unsatisfiable('no size is possible here');
  if (sizes.min > SIZE_LIMIT) throw new Unsatisfiable(`a size of ${sizes.min}, above what is made up`);
  return sizes;
}
