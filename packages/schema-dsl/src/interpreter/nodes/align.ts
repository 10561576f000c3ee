import { byteCount, describe, findOther, paddingTo, writePadding } from '@bytewright/runtime/codec';
import type { AlignNode } from '../../ir/node.js';
import { NOTHING } from '../nothing.js';
import type { Scope } from '../scope.js';
import { requireNothing } from './at-end.js';
import type { NodeHandler } from './node-handler.js';

export const align: NodeHandler<AlignNode> = {
  decode(node, context, scope) {
    const { offset, bytes } = context;
    const size = paddingOf(node, scope);
    const missing = context.need(size, byteCount(size));
    if (missing !== undefined) return missing;
    const other = findOther(bytes, offset, size, node.fill);
    if (other >= 0 && !node.keep) {
      return context.fail(
        'wrong-constant',
        other,
        () => describe(node.fill),
        () => describe(bytes[other]),
      );
    }
    context.offset += size;
    if (other < 0) return undefined;
    const view = new Uint8Array(bytes.buffer, bytes.byteOffset + offset, size);
    return context.copies && !context.isAhead ? view.slice() : view;
  },
  size: (node, _, __, scope) => paddingOf(node, scope),
  encode(node, value, context, scope) {
    if (!node.keep) requireNothing(value, context);
    const size = paddingOf(node, scope);
    const kept = value === NOTHING ? undefined : value;
    context.offset = writePadding(context, kept, size, node.fill, context.offset, context.here);
  },
};

/** The number of bytes to the next multiple, from the field's position. */
function paddingOf(node: AlignNode, scope: Scope): number {
  return paddingTo(scope.offsetOf(node.field), node.to);
}
