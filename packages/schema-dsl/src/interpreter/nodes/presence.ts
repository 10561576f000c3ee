import { checkBoolean } from '@bytewright/runtime/codec';
import type { PresenceNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { NOTHING } from '../nothing.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import { parses } from './lookahead.js';
import type { NodeHandler } from './node-handler.js';

export const presence: NodeHandler<PresenceNode> = {
  decode(node, context, scope) {
    if (!parses(node.node, context.offset, context, scope)) return false;
    return decodeNode(node.node, context, scope) === FAIL ? FAIL : true;
  },
  size: (node, value, context, scope) =>
    checkBoolean(value, context.errorOffset, context.here) ? sizeNode(node.node, NOTHING, context, scope) : 0,
  encode(node, value, context, scope) {
    const isPresent = checkBoolean(value, context.offset, context.here);
    const { offset } = context;
    context.decide(offset, (context) => parses(node.node, offset, context, scope) === isPresent);
    if (isPresent) encodeNode(node.node, NOTHING, context, scope);
  },
};
