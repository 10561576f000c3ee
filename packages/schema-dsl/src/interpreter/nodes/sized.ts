import { fixedSize } from '../../ir/analysis/fixed-size.js';
import type { SizedNode } from '../../ir/node.js';
import type { DecodeContext } from '../decode-context.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteExtent, prefixSize } from './extent.js';
import { handlerOf } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const sized: NodeHandler<SizedNode> = {
  decode(node, context, scope) {
    const span = decodeByteExtent(node.size, context, scope);
    if (span === FAIL) return FAIL;
    const outer = context.end;
    const end = context.offset + span.whole;
    context.end = end;
    const outcome = handlerOf(node.node).decode(node.node, context, scope);
    context.end = outer;
    return outcome === FAIL || context.offset === end ? outcome : failTrailing(end, context);
  },
  size(node, value, context, scope) {
    const size = handlerOf(node.node).size(node.node, value, context, scope);
    return prefixSize(node.size, size) + size;
  },
  encode(node, value, context, scope) {
    const size =
      fixedSize(node.node, context.structs) ?? handlerOf(node.node).size(node.node, value, context, scope);
    encodeByteExtent(node.size, size, context, scope);
    const outer = context.end;
    context.end = context.offset + size;
    handlerOf(node.node).encode(node.node, value, context, scope);
    context.end = outer;
  },
};

/** Fails because a region that ends at `end` has more bytes than its content. */
export function failTrailing(end: number, context: DecodeContext): typeof FAIL {
  const left = end - context.offset;
  return context.fail(
    'trailing-bytes',
    context.offset,
    () => 'the end of the region',
    () => (left === 1 ? '1 more byte' : `${left} more bytes`),
  );
}
