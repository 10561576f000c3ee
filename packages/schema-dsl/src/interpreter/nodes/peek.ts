import type { PeekNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { decodeNode } from './index.js';
import type { Reading } from './reading.js';

export const peek: Reading<PeekNode> = {
  decode(node, decoding, scope) {
    const outcome = decoding.ahead(decoding.offset, () => decodeNode(node.node, decoding, scope));
    return outcome === FAIL ? undefined : outcome;
  },
  size: () => 0,
  encode: () => undefined,
};
