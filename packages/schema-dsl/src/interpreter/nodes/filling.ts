import { describe, findOther, writeFilling } from '@bytewright/runtime/codec';
import type { FillingNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { NOTHING } from '../nothing.js';
import { requireNothing } from './at-end.js';
import { bytes } from './bytes.js';
import { ownSize } from './extent.js';
import type { Reading } from './reading.js';

export const filling: Reading<FillingNode> = {
  decode({ size, fill, keep }, decoding, scope) {
    const from = decoding.offset;
    const value = bytes.decode({ kind: 'bytes', extent: size }, decoding, scope);
    if (value === FAIL) return FAIL;
    const other = findOther(decoding.bytes, from, decoding.offset - from, fill);
    if (other < 0) return undefined;
    if (keep) return value;
    return decoding.fail(
      'wrong-constant',
      other,
      () => describe(fill),
      () => describe(decoding.bytes[other]),
    );
  },
  size: (node, _, encoding, scope) => ownSize(node.size, encoding, scope),
  encode({ size: extent, fill, keep }, value, encoding, scope) {
    if (!keep) requireNothing(value, encoding);
    const size = ownSize(extent, encoding, scope);
    const kept = value === NOTHING ? undefined : value;
    encoding.offset = writeFilling(encoding, kept, size, fill, encoding.offset, encoding.here);
  },
};
