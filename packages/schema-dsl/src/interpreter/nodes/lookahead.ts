import { checkBoolean } from '@bytewright/runtime/codec';
import type { LookaheadNode, NodeIR } from '../../ir/node.js';
import type { DecodeContext } from '../decode-context.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { decodeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';

/** Whether a node parses at an offset. */
export function parses(node: NodeIR, offset: number, context: DecodeContext, scope: Scope): boolean {
  return context.ahead(offset, () => decodeNode(node, context, scope) !== FAIL);
}

export const lookahead: NodeHandler<LookaheadNode> = {
  decode: (node, context, scope) => parses(node.node, context.offset, context, scope),
  size: () => 0,
  encode(node, value, context, scope) {
    const expected = checkBoolean(value, context.offset, context.here);
    const { offset } = context;
    context.decide(offset, (context) => parses(node.node, offset, context, scope) === expected);
  },
};
