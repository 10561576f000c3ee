import { byteCount } from '@bytewright/runtime/codec';
import type { AlignNode } from '@bytewright/schema-dsl/ir';
import { fixedOffset } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { fieldOffset } from '../expressions/field-offset.js';
import { need } from '../failures.js';
import { quote } from '../names.js';
import { nothing, requireUndefined } from './at-end.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing } from './node-emitter.js';

export const align: NodeEmitter<AlignNode> = {
  type: ({ keep }) => (keep ? 'Uint8Array | undefined' : 'undefined'),

  read(node, target, emitter) {
    const { imports } = emitter;
    const { size, code } = padding(node, emitter);
    if (size === '0') return nothing(target);
    const args = ['offset', size, String(node.fill)];
    const check = node.keep
      ? target === undefined
        ? []
        : [call(`const ${target} = `, imports.runtime('takePadding'), ['input', ...args])]
      : [
          call('', imports.runtime('checkPadding'), ['bytes', ...args, quote(emitter.path)]),
          ...nothing(target),
        ];
    return [...code, ...room(size, emitter), ...check, `offset += ${size};`];
  },

  match(node, _, emitter) {
    const { size, code } = padding(node, emitter);
    if (size === '0') return [];
    const other = `${emitter.imports.runtime('findOther')}(bytes, offset, ${size}, ${node.fill}) >= 0`;
    return [
      ...code,
      ...room(size, emitter),
      ...(node.keep ? [] : block(`if (${other})`, ['return -1;'])),
      `offset += ${size};`,
    ];
  },

  size(node, _, emitter) {
    const size = paddingSize(node, emitter);
    return /^\d+$/.test(size) ? { fixed: Number(size), code: [] } : { fixed: 0, code: [`size += ${size};`] };
  },

  write(node, value, emitter) {
    const { size, code } = padding(node, emitter);
    const kept = node.keep && !isNothing(value) ? value : 'undefined';
    const args = ['output', kept, size, String(node.fill), 'offset', quote(emitter.path)];
    return [
      ...(node.keep || isNothing(value) ? [] : requireUndefined(value, emitter)),
      ...code,
      call('offset = ', emitter.imports.runtime('writePadding'), args),
    ];
  },
};

/** Code that finds how much is to be filled; `size` is then a number or a variable. */
function padding(node: AlignNode, emitter: FunctionEmitter): { readonly size: string; readonly code: Code } {
  const size = paddingSize(node, emitter);
  if (/^\d+$/.test(size)) return { size, code: [] };
  const name = freshName(emitter, `${emitter.hint}Size`);
  return { size: name, code: [`const ${name} = ${size};`] };
}

function paddingSize({ field, to }: AlignNode, emitter: FunctionEmitter): string {
  // an encoder is where the field begins, once it writes
  const isThere =
    emitter.direction === 'write' && fixedOffset(emitter.struct, field, emitter.structs) === undefined;
  const offset = isThere ? 'offset - start' : fieldOffset(field, emitter);
  return /^\d+$/.test(offset)
    ? String((to - (Number(offset) % to)) % to)
    : `${emitter.imports.runtime('paddingTo')}(${offset}, ${to})`;
}

function room(size: string, emitter: FunctionEmitter): Code {
  const label = /^\d+$/.test(size)
    ? quote(byteCount(Number(size)))
    : `${emitter.imports.runtime('byteCount')}(${size})`;
  return need(size, label, emitter);
}
