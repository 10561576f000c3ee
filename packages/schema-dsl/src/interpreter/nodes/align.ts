import { byteCount, describe, findOther, paddingTo, writeFilling } from '@bytewright/runtime/codec';
import type { AlignNode } from '../../ir/node.js';
import { NOTHING } from '../nothing.js';
import type { Scope } from '../scope.js';
import type { Reading } from './reading.js';

export const align: Reading<AlignNode> = {
  decode(node, decoding, scope) {
    const { offset, bytes } = decoding;
    const size = paddingOf(node, scope);
    const missing = decoding.need(size, byteCount(size));
    if (missing !== undefined) return missing;
    const other = findOther(bytes, offset, size, node.fill);
    if (other >= 0 && !node.keep) {
      return decoding.fail(
        'wrong-constant',
        other,
        () => describe(node.fill),
        () => describe(bytes[other]),
      );
    }
    decoding.offset += size;
    if (other < 0) return undefined;
    const view = new Uint8Array(bytes.buffer, bytes.byteOffset + offset, size);
    return decoding.copies && !decoding.isAhead ? view.slice() : view;
  },
  size: (node, _, __, scope) => paddingOf(node, scope),
  encode(node, value, encoding, scope) {
    const size = paddingOf(node, scope);
    const kept = value === NOTHING ? undefined : value;
    encoding.offset = writeFilling(encoding, kept, size, node.fill, encoding.offset, encoding.here);
  },
};

/** Bytes up to the next multiple, from where the field is. */
function paddingOf(node: AlignNode, scope: Scope): number {
  return paddingTo(scope.offsetOf(node.field), node.to);
}
