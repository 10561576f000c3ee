import { describe, findOther, writePadding } from '@bytewright/runtime/codec';
import type { PaddingNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { NOTHING } from '../nothing.js';
import { requireNothing } from './at-end.js';
import { bytes } from './bytes.js';
import { ownSize } from './extent.js';
import type { NodeHandler } from './node-handler.js';

export const padding: NodeHandler<PaddingNode> = {
  decode({ size, fill, keep }, context, scope) {
    const from = context.offset;
    const value = bytes.decode({ kind: 'bytes', extent: size }, context, scope);
    if (value === FAIL) return FAIL;
    const other = findOther(context.bytes, from, context.offset - from, fill);
    if (other < 0) return undefined;
    if (keep) return value;
    return context.fail(
      'wrong-constant',
      other,
      () => describe(fill),
      () => describe(context.bytes[other]),
    );
  },
  size: (node, _, context, scope) => ownSize(node.size, context, scope),
  encode({ size: extent, fill, keep }, value, context, scope) {
    if (!keep) requireNothing(value, context);
    const size = ownSize(extent, context, scope);
    const kept = value === NOTHING ? undefined : value;
    context.offset = writePadding(context, kept, size, fill, context.offset, context.here);
  },
};
