import type { BindNode } from '@bytewright/schema-dsl/ir';
import { mayBeNegativeZero, typeOfExpression } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from './emitter.js';
import { emitNumber } from './expressions/emit-expression.js';

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
