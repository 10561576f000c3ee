import type { PaddingNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { quote } from '../names.js';
import { nothing, requireUndefined } from './at-end.js';
import { checkedSize, emitByteExtent, emitSizeOf } from './extent.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing } from './node-emitter.js';

export const padding: NodeEmitter<PaddingNode> = {
  type: ({ keep }) => (keep ? 'Uint8Array | undefined' : 'undefined'),

  read({ size: extent, fill, keep }, target, emitter) {
    const { size, code } = emitByteExtent(extent, emitter);
    const { imports } = emitter;
    const args = ['offset', size, String(fill)];
    if (keep) {
      const taken =
        target === undefined
          ? []
          : [call(`const ${target} = `, imports.runtime('takePadding'), ['input', ...args])];
      return [...code, ...taken, `offset += ${size};`];
    }
    const check = call('', imports.runtime('checkPadding'), ['bytes', ...args, quote(emitter.path)]);
    return [...code, check, ...nothing(target), `offset += ${size};`];
  },

  match({ size: extent, fill, keep }, target, emitter) {
    const { size, code } = emitByteExtent(extent, emitter);
    const other = `${emitter.imports.runtime('findOther')}(bytes, offset, ${size}, ${fill})`;
    const value = `bytes.subarray(offset, offset + ${size})`;
    return [
      ...code,
      ...(keep
        ? target === undefined
          ? []
          : [`const ${target} = ${other} < 0 ? undefined : ${value};`]
        : [...block(`if (${other} >= 0)`, ['return -1;']), ...nothing(target)]),
      `offset += ${size};`,
    ];
  },

  size: (node, _, emitter) => emitSizeOf(node.size, emitter),

  write(node, value, emitter) {
    const { size, code } = emitCheckedSize(node, emitter);
    const kept = node.keep && !isNothing(value) ? value : 'undefined';
    const args = ['output', kept, size, String(node.fill), 'offset', quote(emitter.path)];
    return [
      ...(node.keep || isNothing(value) ? [] : requireUndefined(value, emitter)),
      ...code,
      call('offset = ', emitter.imports.runtime('writePadding'), args),
    ];
  },
};

function emitCheckedSize(
  { size: extent }: PaddingNode,
  emitter: FunctionEmitter,
): { readonly size: string; readonly code: Code } {
  if (extent.kind === 'fixed') return { size: String(extent.size), code: [] };
  const size = freshName(emitter, `${emitter.hint}Size`);
  return { size, code: [call(`const ${size} = `, ...checkedSize(extent, 'offset', emitter))] };
}
