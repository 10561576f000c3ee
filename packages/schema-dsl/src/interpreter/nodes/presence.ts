import { checkBoolean } from '@bytewright/runtime/codec';
import type { PresenceNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { NOTHING } from '../nothing.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import { parses } from './lookahead.js';
import type { Reading } from './reading.js';

export const presence: Reading<PresenceNode> = {
  decode(node, decoding, scope) {
    if (!parses(node.node, decoding.offset, decoding, scope)) return false;
    return decodeNode(node.node, decoding, scope) === FAIL ? FAIL : true;
  },
  size: (node, value, encoding, scope) =>
    checkBoolean(value, encoding.errorOffset, encoding.here)
      ? sizeNode(node.node, NOTHING, encoding, scope)
      : 0,
  encode(node, value, encoding, scope) {
    const isPresent = checkBoolean(value, encoding.offset, encoding.here);
    const { offset } = encoding;
    encoding.decide(offset, (decoding) => parses(node.node, offset, decoding, scope) === isPresent);
    if (isPresent) encodeNode(node.node, NOTHING, encoding, scope);
  },
};
