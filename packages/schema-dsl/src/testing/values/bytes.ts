import * as fc from 'fast-check';
import { firstBytes } from '../../ir/analysis/first-bytes.js';
import type { ByteExtentIR } from '../../ir/extent.js';
import type { BytesNode } from '../../ir/node.js';
import type { SchemaIR } from '../../ir/schema.js';
import { intersect, isEmpty, isOne } from '../constraints/range.js';
import type { Generate } from './place.js';
import { sequences } from './sequences.js';
import { sizesOf } from './sizes.js';
import { withExamples } from './weighted-union.js';
import { withRoomForEnding } from './with-room-for-ending.js';

/** Any bytes. Those that begin a boundary are more frequent: near misses are what a search can get wrong. */
export const bytes: Generate<BytesNode> = (node, place) => {
  const sizes = sizesOf(node.extent, place);
  const unit = withExamples(
    fc.nat(255),
    isOne(sizes) && sizes.min > 0 ? [0, 255] : [0, 255, ...boundaryBytes(node.extent, place.scope.structs)],
  );
  const any = sequences(unit, sizes).map(
    (items) => Uint8Array.from(items),
    (value) => {
      if (value instanceof Uint8Array) return [...value];
      throw new TypeError('not bytes');
    },
  );
  const hinted = place.hints.flatMap(({ path, value }) =>
    path.length === 0 &&
    value instanceof Uint8Array &&
    !isEmpty(intersect(sizes, { min: value.length, max: value.length, step: 1 }))
      ? [value]
      : [],
  );
  return withRoomForEnding(withExamples(any, hinted), node.extent, sizes, place.budget, {
    toBytes: (content) => content,
    cut: (content, size) => content.subarray(0, size),
  });
};

function boundaryBytes(extent: ByteExtentIR, structs: SchemaIR['structs']): readonly number[] {
  if (extent.kind !== 'until') return [];
  const first = extent.boundaries.flatMap((boundary) => [...firstBytes(boundary, structs).bytes]);
  // a boundary of one byte has no near misses: its byte would only make the value ambiguous
  return first.length > 1 && first.length < 8 ? first : [];
}
