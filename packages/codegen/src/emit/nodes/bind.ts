import type { BindNode } from '@bytewright/schema-dsl/ir';
import { bound } from '../bound.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';

export const bind: NodeEmitter<BindNode> = {
  type: (node, emitter) => emitType(node.node, emitter),
  read: (node, target, emitter) => emitRead(node.node, target, bound(node, emitter)),
  match: (node, target, emitter) => emitMatch(node.node, target, bound(node, emitter)),
  size: (node, value, emitter) => emitSize(node.node, value, bound(node, emitter)),
  write: (node, value, emitter) => emitWrite(node.node, value, bound(node, emitter)),
};
