import { checkBoolean } from '@bytewright/runtime/codec';
import type { LookaheadNode, NodeIR } from '../../ir/node.js';
import type { Decoding } from '../decoding.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode } from './index.js';
import type { Reading } from './reading.js';

/** Whether a node parses at an offset. */
export function parses(node: NodeIR, offset: number, decoding: Decoding, scope: Scope): boolean {
  return decoding.ahead(offset, () => decodeNode(node, decoding, scope) !== FAIL);
}

export const lookahead: Reading<LookaheadNode> = {
  decode: (node, decoding, scope) => parses(node.node, decoding.offset, decoding, scope),
  size: () => 0,
  encode(node, value, encoding, scope) {
    const expected = checkBoolean(value, encoding.offset, encoding.here);
    const { offset } = encoding;
    encoding.decide(offset, (decoding) => parses(node.node, offset, decoding, scope) === expected);
  },
};
