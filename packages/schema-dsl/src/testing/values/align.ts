import { findOther, paddingTo } from '@bytewright/runtime/codec';
import * as fc from 'fast-check';
import type { AlignNode } from '../../ir/node.js';
import type { Generate } from './place.js';

/** Only padding, or other bytes if those are kept. */
export const align: Generate<AlignNode> = ({ field, to, fill, keep }, { scope }) => {
  const size = paddingTo(scope.offsetOf(field), to);
  if (!keep || size === 0) return fc.constant(undefined);
  const kept = fc
    .uint8Array({ minLength: size, maxLength: size })
    .map((bytes) => (findOther(bytes, 0, size, fill) < 0 ? undefined : bytes));
  return fc.option(kept, { nil: undefined });
};
