import { fixedSize } from '../../ir/analysis/fixed-size.js';
import type { SizedNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteExtent, prefixSize } from './extent.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';

export const sized: Reading<SizedNode> = {
  decode(node, decoding, scope) {
    const span = decodeByteExtent(node.size, decoding, scope);
    if (span === FAIL) return FAIL;
    const end = decoding.offset + span.whole;
    return decoding.within(end, () => {
      const outcome = decodeNode(node.node, decoding, scope);
      if (outcome === FAIL || decoding.offset === end) return outcome;
      const left = end - decoding.offset;
      return decoding.fail(
        'trailing-bytes',
        decoding.offset,
        () => 'the end of the region',
        () => (left === 1 ? '1 more byte' : `${left} more bytes`),
      );
    });
  },
  size(node, value, encoding, scope) {
    const size = sizeNode(node.node, value, encoding, scope);
    return prefixSize(node.size, size) + size;
  },
  encode(node, value, encoding, scope) {
    const size = fixedSize(node.node, encoding.structs) ?? sizeNode(node.node, value, encoding, scope);
    encodeByteExtent(node.size, size, encoding, scope);
    const outer = encoding.end;
    encoding.end = encoding.offset + size;
    encodeNode(node.node, value, encoding, scope);
    encoding.end = outer;
  },
};
