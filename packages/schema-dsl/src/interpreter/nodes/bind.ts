import type { BindNode } from '../../ir/node.js';
import { bindParameters } from '../scope.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';

export const bind: Reading<BindNode> = {
  decode: (node, decoding, scope) => decodeNode(node.node, decoding, bindParameters(scope, node.bindings)),
  size: (node, value, encoding, scope) =>
    sizeNode(node.node, value, encoding, bindParameters(scope, node.bindings)),
  encode: (node, value, encoding, scope) =>
    encodeNode(node.node, value, encoding, bindParameters(scope, node.bindings)),
};
