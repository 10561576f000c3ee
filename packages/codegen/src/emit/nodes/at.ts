import type { AtNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitCondition, emitExpression } from '../expressions/emit-expression.js';
import { quote } from '../names.js';
import { emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';
import { agree } from './optional.js';

export const at: NodeEmitter<AtNode> = {
  type(node, emitter) {
    const inner = emitType(node.node, emitter);
    return node.when === undefined ? inner : `${inner} | undefined`;
  },

  read(node, target, emitter) {
    const start = emitter.starts.get(emitter.hint) ?? freshName(emitter, `${emitter.hint}Start`);
    const value = node.when === undefined ? target : target && freshName(emitter, `${emitter.hint}Value`);
    const placed: Code = [
      `offset = ${start};`,
      ...emitRead(node.node, value, emitter),
      call('', emitter.imports.runtime('cover'), ['coverage', start, 'offset', quote(emitter.hint)]),
    ];
    const position = readPosition(node, quote(emitter.path), emitter);
    if (node.when === undefined) return [call(`const ${start} = `, ...position), ...placed];
    return [
      `let ${start} = offset;`,
      ...(target === undefined ? [] : [declaration(`let ${target}`, at.type(node, emitter))]),
      ...block(`if (${emitCondition(node.when, emitter)})`, [
        call(`${start} = `, ...position),
        ...placed,
        ...(target === undefined ? [] : [`${target} = ${value};`]),
      ]),
    ];
  },

  match: refuseToMatch,

  size(node, value, emitter) {
    const { fixed, code } = emitSize(node.node, value, emitter);
    if (node.when === undefined) return { fixed, code };
    const body: Code = [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
    return { fixed: 0, code: block(`if (${value} !== undefined)`, body) };
  },

  write(node, value, emitter) {
    const position = writePosition(node, quote(emitter.path), emitter);
    const start = emitter.starts.get(emitter.hint); // where somebody asks for it
    const move = (assign: string): Code =>
      start === undefined
        ? [call('offset = ', ...position)]
        : [call(`${assign}${start} = `, ...position), `offset = ${start};`];
    const write = emitWrite(node.node, value, emitter);
    if (node.when === undefined) return [...move('const '), ...write];
    return [
      ...(start === undefined ? [] : [`let ${start} = offset;`]),
      ...agree(node.when, value, emitter),
      ...block(`if (${value} !== undefined)`, [...move(''), ...write]),
    ];
  },
};

/** The place that an offset stands for, on decode. */
export function readPosition(
  { offset }: Pick<AtNode, 'offset'>,
  path: string,
  emitter: FunctionEmitter,
): [callee: string, args: readonly string[]] {
  return [emitter.imports.runtime('positionAt'), ['coverage', emitExpression(offset, emitter), path]];
}

/** The place that an offset stands for, on encode. */
export function writePosition(
  { offset }: Pick<AtNode, 'offset'>,
  path: string,
  emitter: FunctionEmitter,
): [callee: string, args: readonly string[]] {
  const args = ['output', 'start', emitExpression(offset, emitter), path];
  return [emitter.imports.runtime('writePosition'), args];
}

/** A struct with fields at offsets takes all of its region, so nothing tries one ahead; definitions are checked for that. */
export function refuseToMatch(node: { readonly kind: string }): never {
  throw new TypeError(`${node.kind} is never tried ahead`);
}
