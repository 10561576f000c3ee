import type { BindNode } from '../../ir/node.js';
import { bindParameters } from '../bind-parameters.js';
import { readingOf } from './index.js';
import type { Reading } from './reading.js';

export const bind: Reading<BindNode> = {
  decode: (node, decoding, scope) =>
    readingOf(node.node).decode(node.node, decoding, bindParameters(scope, node.bindings)),
  size: (node, value, encoding, scope) =>
    readingOf(node.node).size(node.node, value, encoding, bindParameters(scope, node.bindings)),
  encode: (node, value, encoding, scope) =>
    readingOf(node.node).encode(node.node, value, encoding, bindParameters(scope, node.bindings)),
};
