import * as fc from 'fast-check';
import type { PaddingNode } from '../../ir/node.js';
import type { Generate } from './place.js';
import { ownSizeOf } from './sizes.js';

/** Only padding, or, if other bytes are kept, a few bytes of which at least one differs from the fill. */
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
