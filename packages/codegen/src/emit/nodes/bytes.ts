import type { BytesNode } from '@bytewright/schema-dsl/ir';
import { call } from '../code.js';
import { freshName } from '../emitter.js';
import { errorOffset } from '../failures.js';
import { quote } from '../names.js';
import { emitByteExtent, emitWriteExtent, prefixSize } from './extent.js';
import type { NodeEmitter } from './node-emitter.js';

export const bytes: NodeEmitter<BytesNode> = {
  type: () => 'Uint8Array',
  read(node, target, emitter) {
    const { size, code } = emitByteExtent(node.extent, emitter);
    const take = emitter.imports.runtime('takeBytes');
    return [
      ...code,
      ...(target === undefined
        ? []
        : [call(`const ${target} = `, take, ['input', 'offset', `offset + ${size}`])]),
      `offset += ${size};`,
    ];
  },
  match(node, target, emitter) {
    const { size, code } = emitByteExtent(node.extent, emitter);
    return [
      ...code,
      ...(target === undefined ? [] : [`const ${target} = bytes.subarray(offset, offset + ${size});`]),
      `offset += ${size};`,
    ];
  },
  size(node, value, emitter) {
    if (node.extent.kind === 'fixed') return { fixed: node.extent.size, code: [] };
    const check = emitter.imports.runtime('checkBytes');
    return {
      fixed: prefixSize(node.extent),
      code: [call('size += ', check, [value, errorOffset(emitter), quote(emitter.path)], '.length;')],
    };
  },
  write(node, value, emitter) {
    const content = freshName(emitter, emitter.hint);
    return [
      call(`const ${content} = `, emitter.imports.runtime('checkBytes'), [
        value,
        'offset',
        quote(emitter.path),
      ]),
      ...emitWriteExtent(node.extent, `${content}.length`, emitter),
      call('offset = ', emitter.imports.runtime('writeBytes'), [
        'output',
        content,
        'offset',
        quote(emitter.path),
      ]),
    ];
  },
};
