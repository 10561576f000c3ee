import { checkBytes } from '@bytewright/runtime';
import type { BytesNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteExtent, prefixSize } from './extent.js';
import type { Reading } from './reading.js';

export const bytes: Reading<BytesNode> = {
  decode(node, decoding, scope) {
    const size = decodeByteExtent(node.extent, decoding, scope);
    if (size === FAIL) return FAIL;
    const from = decoding.offset;
    decoding.offset += size;
    // Uint8Array.prototype.slice of a Buffer would be a view, and a Buffer
    const { buffer, byteOffset } = decoding.bytes;
    const view = new Uint8Array(buffer, byteOffset + from, size);
    return decoding.copies && !decoding.isAhead ? view.slice() : view;
  },
  size(node, value, encoding) {
    if (node.extent.kind === 'fixed') return node.extent.size;
    return prefixSize(node.extent) + checkBytes(value, encoding.errorOffset, encoding.here).length;
  },
  encode(node, value, encoding, scope) {
    const content = checkBytes(value, encoding.offset, encoding.here);
    encodeByteExtent(node.extent, content.length, encoding, scope);
    encoding.bytes.set(content, encoding.take(content.length));
  },
};
