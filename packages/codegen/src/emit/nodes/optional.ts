import type { Expression, OptionalNode } from '@bytewright/schema-dsl/ir';
import { fieldsOf, printExpression } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitCondition } from '../expressions/emit-expression.js';
import { quote } from '../names.js';
import { emitDecision } from './decision.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing } from './node-emitter.js';
import { passableSize } from './passable-size.js';
import { emitPeekOnFinished } from './peek.js';

export const optional: NodeEmitter<OptionalNode> = {
  type(node, emitter) {
    const inner = emitType(node.node, emitter);
    return inner.endsWith('| undefined') ? inner : `${inner} | undefined`;
  },
  read: (node, target, emitter) => conditional(node, target, emitter, emitRead),
  match: (node, target, emitter) => conditional(node, target, emitter, emitMatch),
  size(node, value, emitter) {
    const { fixed, code } = emitSize(node.node, value, emitter);
    const body: Code = [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
    return { fixed: 0, code: body.length === 0 ? [] : block(`if (${presence(node, value, emitter)})`, body) };
  },
  write(node, value, emitter) {
    const agreement = isNothing(value) ? [] : agree(node.when, value, emitter);
    return [
      ...agreement,
      ...block(`if (${presence(node, value, emitter)})`, emitWrite(node.node, value, emitter)),
    ];
  },
};

/** On encode the value says whether it is there; a hidden field has none, so its condition does. */
function presence(node: OptionalNode, value: string, emitter: FunctionEmitter): string {
  return isNothing(value) ? emitCondition(node.when, emitter) : `${value} !== undefined`;
}

function conditional(
  node: OptionalNode,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  const condition = emitCondition(node.when, emitter);
  const passed = emitter.direction === 'match' ? passableSize(node.node, emitter.structs) : undefined;
  if (target === undefined && passed !== undefined)
    return [
      ...block(`if (${condition})`, [`offset += ${passed};`]),
      ...block(`if (offset > ${emitter.end})`, ['return -1;']),
    ];
  if (target === undefined) return block(`if (${condition})`, emit(node.node, undefined, emitter));
  const inner = freshName(emitter, `${emitter.hint}Value`);
  return [
    declaration(`let ${target}`, optional.type(node, emitter)),
    ...block(`if (${condition})`, [...emit(node.node, inner, emitter), `${target} = ${inner};`]),
  ];
}

/** Holds the presence of a value against the condition that decode will decide by. */
export function agree(when: Expression, value: string, emitter: FunctionEmitter): Code {
  if (restsOnPeek(when, emitter)) {
    const present = freshName(emitter, `has${emitter.hint.charAt(0).toUpperCase()}${emitter.hint.slice(1)}`);
    const { code, inner } = emitPeekOnFinished(when, emitter);
    return [
      `const ${present} = ${value} !== undefined;`,
      ...emitDecision(
        'offset',
        [...code, `return Boolean(${emitCondition(when, inner)}) === ${present};`],
        emitter,
      ),
    ];
  }
  const isDirect = when.op === 'field' && isPresenceOf(when.path[0] ?? '', emitter);
  if (isDirect) return []; // the condition is derived from this very presence
  const args = [
    value,
    emitCondition(when, emitter),
    quote(printExpression(when)),
    'offset',
    quote(emitter.path),
  ];
  return [call('', emitter.imports.runtime('checkPresence'), args)];
}

function isPresenceOf(flag: string, emitter: FunctionEmitter): boolean {
  const encode = emitter.struct.fields.find((field) => field.name === flag)?.encode;
  return encode?.op === 'present' && encode.field === emitter.hint;
}

/** Whether an expression speaks of a field that is only peeked at. */
export function restsOnPeek(expression: Expression, emitter: FunctionEmitter): boolean {
  const used = fieldsOf(expression);
  return emitter.struct.fields.some((field) => field.visibility === 'peek' && used.has(field.name));
}
