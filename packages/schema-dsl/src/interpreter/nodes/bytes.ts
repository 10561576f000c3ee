import { checkBytes } from '@bytewright/runtime/codec';
import type { BytesNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteEnding, encodeByteExtent, wireSize } from './extent.js';
import type { NodeHandler } from './node-handler.js';

export const bytes: NodeHandler<BytesNode> = {
  decode(node, context, scope) {
    const span = decodeByteExtent(node.extent, context, scope);
    if (span === FAIL) return FAIL;
    const from = context.offset;
    context.offset += span.whole;
    // Uint8Array.prototype.slice of a Buffer would be a view, and a Buffer
    const { buffer, byteOffset } = context.bytes;
    const view = new Uint8Array(buffer, byteOffset + from, span.content);
    return context.copies && !context.isAhead ? view.slice() : view;
  },
  size: (node, value, context, scope) =>
    wireSize(node.extent, context, scope, () => checkBytes(value, context.errorOffset, context.here).length),
  encode(node, value, context, scope) {
    const content = checkBytes(value, context.offset, context.here);
    encodeByteExtent(node.extent, content.length, context, scope);
    const start = context.take(content.length);
    context.bytes.set(content, start);
    encodeByteEnding(node.extent, start, context, scope);
  },
};
