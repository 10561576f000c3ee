import type { PeekNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { decodeNode } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const peek: NodeHandler<PeekNode> = {
  decode(node, context, scope) {
    const outcome = context.ahead(context.offset, () => decodeNode(node.node, context, scope));
    return outcome === FAIL ? undefined : outcome;
  },
  size: () => 0,
  encode: () => undefined,
};
