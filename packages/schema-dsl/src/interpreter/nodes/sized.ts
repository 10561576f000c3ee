import { fixedSize } from '../../ir/analysis/fixed-size.js';
import type { SizedNode } from '../../ir/node.js';
import type { Decoding } from '../decoding.js';
import { FAIL } from '../failure.js';
import { decodeByteExtent, encodeByteExtent, prefixSize } from './extent.js';
import { readingOf } from './index.js';
import type { Reading } from './reading.js';

export const sized: Reading<SizedNode> = {
  decode(node, decoding, scope) {
    const span = decodeByteExtent(node.size, decoding, scope);
    if (span === FAIL) return FAIL;
    const outer = decoding.end;
    const end = decoding.offset + span.whole;
    decoding.end = end;
    const outcome = readingOf(node.node).decode(node.node, decoding, scope);
    decoding.end = outer;
    return outcome === FAIL || decoding.offset === end ? outcome : failTrailing(end, decoding);
  },
  size(node, value, encoding, scope) {
    const size = readingOf(node.node).size(node.node, value, encoding, scope);
    return prefixSize(node.size, size) + size;
  },
  encode(node, value, encoding, scope) {
    const size =
      fixedSize(node.node, encoding.structs) ?? readingOf(node.node).size(node.node, value, encoding, scope);
    encodeByteExtent(node.size, size, encoding, scope);
    const outer = encoding.end;
    encoding.end = encoding.offset + size;
    readingOf(node.node).encode(node.node, value, encoding, scope);
    encoding.end = outer;
  },
};

/** Fails as a region that ends at `end` has more bytes than what was read of it. */
export function failTrailing(end: number, decoding: Decoding): typeof FAIL {
  const left = end - decoding.offset;
  return decoding.fail(
    'trailing-bytes',
    decoding.offset,
    () => 'the end of the region',
    () => (left === 1 ? '1 more byte' : `${left} more bytes`),
  );
}
