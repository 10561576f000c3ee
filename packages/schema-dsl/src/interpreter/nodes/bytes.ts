import { checkBytes } from '@bytewright/runtime/codec';
import type { BytesNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteEnding, encodeByteExtent, wireSize } from './extent.js';
import type { Reading } from './reading.js';

export const bytes: Reading<BytesNode> = {
  decode(node, decoding, scope) {
    const span = decodeByteExtent(node.extent, decoding, scope);
    if (span === FAIL) return FAIL;
    const from = decoding.offset;
    decoding.offset += span.whole;
    // Uint8Array.prototype.slice of a Buffer would be a view, and a Buffer
    const { buffer, byteOffset } = decoding.bytes;
    const view = new Uint8Array(buffer, byteOffset + from, span.content);
    return decoding.copies && !decoding.isAhead ? view.slice() : view;
  },
  size: (node, value, encoding, scope) =>
    wireSize(
      node.extent,
      encoding,
      scope,
      () => checkBytes(value, encoding.errorOffset, encoding.here).length,
    ),
  encode(node, value, encoding, scope) {
    const content = checkBytes(value, encoding.offset, encoding.here);
    encodeByteExtent(node.extent, content.length, encoding, scope);
    const start = encoding.take(content.length);
    encoding.bytes.set(content, start);
    encodeByteEnding(node.extent, start, encoding, scope);
  },
};
