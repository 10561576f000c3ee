import * as fc from 'fast-check';
import type { PaddingNode } from '../../ir/node.js';
import type { Generate } from './place.js';
import { ownSizeOf } from './sizes.js';

/** Nothing but padding, or what is kept in its place: a few bytes of which one at least is another one. */
export const padding: Generate<PaddingNode> = ({ size: extent, fill, keep }, { scope }) => {
  const size = keep ? ownSizeOf(extent, scope) : 0;
  if (size === 0) return fc.constant(undefined);
  const kept = fc
    .tuple(fc.nat(size - 1), fc.integer({ min: 1, max: 255 }), fc.uint8Array({ maxLength: size }))
    .map(([at, difference, some]) => {
      const bytes = new Uint8Array(size).fill(fill);
      bytes.set(some);
      bytes[at] = (fill + difference) % 256;
      return bytes;
    });
  return fc.option(kept, { nil: undefined, freq: 2 });
};
