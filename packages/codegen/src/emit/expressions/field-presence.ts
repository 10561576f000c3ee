import { bound } from '../bound.js';
import type { FunctionEmitter } from '../emitter.js';
import { emitOperand } from './emit-expression.js';
import { fieldValue } from './field-value.js';

/** Whether a field is there: its value says so, and for a hidden one that holds none its condition does. */
export function fieldPresence(name: string, emitter: FunctionEmitter): string {
  const field = emitter.struct.fields.find((candidate) => candidate.name === name);
  const isHidden = field?.visibility === 'derived' && field.encode === undefined;
  if (!isHidden || emitter.locals.has(name)) return `${fieldValue(name, emitter)} !== undefined`;
  let { node } = field;
  let inner = emitter;
  while (node.kind === 'bind' || node.kind === 'sized' || node.kind === 'processed') {
    if (node.kind === 'bind') inner = bound(node, inner);
    node = node.node;
  }
  return node.kind === 'optional' ? emitOperand(node.when, inner, 'and') : 'true';
}
