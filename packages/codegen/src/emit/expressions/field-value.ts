import type { TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { isTagDerived, unionField } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper } from '../emitter.js';
import { functionCode } from '../function-code.js';
import { article, capitalize, quote } from '../names.js';
import { selectorType, tagType } from '../nodes/union.js';
import { emitConstant } from './emit-constant.js';
import { emitExpression } from './emit-expression.js';

/** The value of a field, where an expression speaks of it: a local variable, a member of the value, or computed. */
export function fieldValue(name: string, emitter: FunctionEmitter): string {
  const local = emitter.locals.get(name);
  if (local !== undefined) return local;
  const field = emitter.struct.fields.find((candidate) => candidate.name === name);
  switch (field?.visibility) {
    case 'constant':
      return field.node.kind === 'literal' ? emitConstant(field.node.value) : 'undefined';
    case 'derived':
      return field.encode === undefined ? 'undefined' : emitExpression(field.encode, emitter);
    case 'value':
      return emitter.struct.flat === name ? 'value' : `value.${name}`;
    default:
      throw new TypeError(`${emitter.struct.name}.${name} has no value here`);
  }
}

/** The tag of the arm that a union field holds: what selects it, or what the value's arm stands for where that is derived. */
export function fieldTag(name: string, emitter: FunctionEmitter): string {
  const union = unionField(emitter.struct, name);
  if (union === undefined) throw new TypeError(`${emitter.struct.name}.${name} is not an union`);
  const { selector } = union;
  const isEncoding = emitter.direction === 'write' || emitter.direction === 'size';
  return isEncoding && isTagDerived(emitter.struct, name, selector)
    ? armTag(union, name, emitter)
    : selector === undefined
      ? 'undefined'
      : emitExpression(selector, emitter);
}

function armTag(union: UnionNode, name: string, emitter: FunctionEmitter): string {
  const value = fieldValue(name, emitter);
  const raw = union.otherwise?.rawTag;
  const last = raw === undefined ? 'undefined' : `${value}.${raw}`;
  const isPlain = union.arms.every((arm) => arm.tag === arm.name);
  if (isPlain && union.otherwise === undefined) return `${value}.${union.tag}`;
  if (isPlain && raw !== undefined) return `${value}.${union.tag} ?? ${last}`;
  return `${tagHelper(union, name, emitter)}(value)`;
}

/** A function that gives the tag on the wire for the arm that a union's value names. */
function tagHelper(union: UnionNode, field: string, emitter: FunctionEmitter): string {
  const { struct } = emitter;
  return defineHelper(emitter, `tagOf${struct.name}${capitalize(field)}`, field, (name) => {
    const value = struct.flat === field ? 'value' : `value.${field}`;
    const ofArm = ({ tag, rawTag = '' }: TaggedArmIR): string =>
      tag === undefined ? `${value}.${rawTag}` : emitConstant(tag);
    const cases = union.arms.flatMap(
      (arm): Code => [`case ${quote(arm.name)}:`, { body: [`return ${ofArm(arm)};`] }],
    );
    const types = new Set(union.arms.length === 0 ? [] : [selectorType(union, emitter)]);
    const rest: Code[number][] = [];
    if (union.otherwise !== undefined) {
      // a derived tag is kept there, or it would be lost
      if (types.size === 0) types.add(tagType(union, emitter));
      rest.push('default:', { body: [`return ${value}.${union.otherwise.rawTag};`] });
    }
    const returns = [...types].join(' | ');
    return [
      `/** The tag on the wire of the arm that \`${field}\` of ${article(struct.name)} holds. */`,
      ...functionCode(
        name,
        [{ name: 'value', type: struct.name }],
        returns,
        block(`switch (${value}.${union.tag})`, [...cases, ...rest]),
      ),
    ];
  });
}
