import type { BindNode } from '../../ir/node.js';
import { bindParameters } from '../bind-parameters.js';
import { handlerOf } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const bind: NodeHandler<BindNode> = {
  decode: (node, context, scope) =>
    handlerOf(node.node).decode(node.node, context, bindParameters(scope, node.bindings)),
  size: (node, value, context, scope) =>
    handlerOf(node.node).size(node.node, value, context, bindParameters(scope, node.bindings)),
  encode: (node, value, context, scope) =>
    handlerOf(node.node).encode(node.node, value, context, bindParameters(scope, node.bindings)),
};
