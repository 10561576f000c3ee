import type { ByteExtentIR } from '../../ir/extent.js';
import { integerTraits } from '../../ir/nodes/integer.js';
import type { Range } from '../knowledge/range.js';
import { clamp, exactly, intersect, isEmpty } from '../knowledge/range.js';
import { Unsatisfiable } from './patience.js';
import type { Place } from './place.js';

/** Sizes above this are not made up, unless the schema leaves no choice. */
const SIZE_LIMIT = 1 << 16;

/** The sizes that content with this extent may have here; a prefix is not part of the content. */
export function sizesOf(extent: ByteExtentIR, { scope, room }: Place): Range {
  switch (extent.kind) {
    case 'fixed':
      return exactly(extent.size);
    case 'prefix': {
      const { size, max } = integerTraits(extent.prefix.type);
      return possible(clamp(without(room, size), 0, Number(max)));
    }
    case 'expression':
      return possible(intersect(clamp(scope.rangeOf(extent.size), 0, Number.MAX_SAFE_INTEGER), room));
    case 'end':
    case 'until':
      return possible(room);
  }
}

/** What is left of a room behind `size` bytes. */
export function without({ min, max, step }: Range, size: number): Range {
  return clamp({ min: min - size, max: max - size, step }, 0, Number.POSITIVE_INFINITY);
}

function possible(sizes: Range): Range {
  if (isEmpty(sizes)) throw new Unsatisfiable('no size is possible here');
  if (sizes.min > SIZE_LIMIT) throw new Unsatisfiable(`a size of ${sizes.min}, above what is made up`);
  return sizes;
}
