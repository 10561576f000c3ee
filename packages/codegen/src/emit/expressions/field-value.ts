import type { Expression, NodeIR, UnionNode } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { emitConstant, emitExpression } from './emit-expression.js';

/** The value of a field, where an expression speaks of it: a local variable, a member of the value, or computed. */
export function fieldValue(name: string, emitter: FunctionEmitter): string {
  const local = emitter.locals.get(name);
  if (local !== undefined) return local;
  const field = emitter.struct.fields.find((candidate) => candidate.name === name);
  switch (field?.visibility) {
    case 'constant':
      return field.node.kind === 'literal' ? emitConstant(field.node.value) : 'undefined';
    case 'derived':
      return field.encode === undefined ? 'undefined' : parenthesised(field.encode, emitter);
    case 'value':
      return emitter.struct.flat === name ? 'value' : `value.${name}`;
    default:
      throw new TypeError(`${emitter.struct.name}.${name} has no value here`);
  }
}

/** The tag of the arm that a union field holds: on decode what selects it, on encode what the value's arm stands for. */
export function fieldTag(name: string, emitter: FunctionEmitter): string {
  const node = emitter.struct.fields.find((field) => field.name === name)?.node;
  const union = node && unwrap(node);
  if (union?.kind !== 'union') throw new TypeError(`${emitter.struct.name}.${name} is no union`);
  if (emitter.direction === 'read' || emitter.direction === 'match') {
    return union.selector === undefined ? 'undefined' : emitExpression(union.selector, emitter);
  }
  return armTag(union, fieldValue(name, emitter));
}

function armTag(union: UnionNode, value: string): string {
  const raw = union.otherwise?.rawTag;
  const last = raw === undefined ? 'undefined' : `${value}.${raw}`;
  const isPlain = union.arms.every((arm) => arm.tag === arm.name);
  if (isPlain && union.otherwise === undefined) return `${value}.${union.tag}`;
  if (isPlain && raw !== undefined) return `${value}.${union.tag} ?? ${last}`;
  const choices = union.arms.map(
    (arm) => `${value}.${union.tag} === '${arm.name}' ? ${emitConstant(arm.tag)} : `,
  );
  return `${choices.join('')}${last}`;
}

function parenthesised(expression: Expression, emitter: FunctionEmitter): string {
  const text = emitExpression(expression, emitter);
  return /^[\w.]+$|^[\w.]+\([^()]*\)$/.test(text) ? text : `(${text})`;
}

function unwrap(node: NodeIR): NodeIR {
  return node.kind === 'bind' || node.kind === 'sized' || node.kind === 'optional' ? unwrap(node.node) : node;
}
