import type { BindNode } from '@bytewright/schema-dsl/ir';
import { mayBeNegativeZero, typeOfExpression } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { emitNumber } from '../expressions/emit-expression.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';

export const bind: NodeEmitter<BindNode> = {
  type: (node, emitter) => emitType(node.node, emitter),
  read: (node, target, emitter) => emitRead(node.node, target, bound(node, emitter)),
  match: (node, target, emitter) => emitMatch(node.node, target, bound(node, emitter)),
  size: (node, value, emitter) => emitSize(node.node, value, bound(node, emitter)),
  write: (node, value, emitter) => emitWrite(node.node, value, bound(node, emitter)),
};

/** The emitter for what lies below: the parameters stand for the bindings' expressions. */
export function bound(node: BindNode, emitter: FunctionEmitter): FunctionEmitter {
  const parameters = new Map(emitter.parameters);
  for (const { parameter, value } of node.bindings) {
    const text = emitNumber(value, emitter);
    // no parameter is -0, or absent
    const isSigned = mayBeNegativeZero(value, emitter) && typeOfExpression(value, emitter) === 'number';
    parameters.set(parameter, isSigned ? `${emitter.imports.runtime('normalizeZero')}(${text})` : text);
  }
  return { ...emitter, parameters };
}
