import type { BytesNode } from '@bytewright/schema-dsl/ir';
import { call } from '../code.js';
import { freshName } from '../emitter.js';
import { errorOffset } from '../failures.js';
import { quote } from '../names.js';
import { emitByteExtent, emitOwnSize, emitPrefixedSize, emitWriteContent } from './extent.js';
import type { NodeEmitter } from './node-emitter.js';

export const bytes: NodeEmitter<BytesNode> = {
  type: () => 'Uint8Array',
  read(node, target, emitter) {
    const { size, whole, code } = emitByteExtent(node.extent, emitter);
    const take = emitter.imports.runtime('takeBytes');
    return [
      ...code,
      ...(target === undefined
        ? []
        : [call(`const ${target} = `, take, ['input', 'offset', `offset + ${size}`])]),
      `offset += ${whole};`,
    ];
  },
  match(node, target, emitter) {
    const { size, whole, code } = emitByteExtent(node.extent, emitter);
    return [
      ...code,
      ...(target === undefined ? [] : [`const ${target} = bytes.subarray(offset, offset + ${size});`]),
      `offset += ${whole};`,
    ];
  },
  size(node, value, emitter) {
    const own = emitOwnSize(node.extent, emitter);
    if (own !== undefined) return own;
    const check = emitter.imports.runtime('checkBytes');
    const measure = `${check}(${value}, ${errorOffset(emitter)}, ${quote(emitter.path)}).length`;
    return emitPrefixedSize(node.extent, measure, 1, emitter);
  },
  write(node, value, emitter) {
    const { extent } = node;
    const path = quote(emitter.path);
    if (extent.kind === 'fixed') {
      const args = ['output', value, String(extent.size), 'offset', path];
      return [call('offset = ', emitter.imports.runtime('writeFixedBytes'), args)];
    }
    const content = freshName(emitter, emitter.hint);
    return [
      call(`const ${content} = `, emitter.imports.runtime('checkBytes'), [
        value,
        'offset',
        quote(emitter.path),
      ]),
      ...emitWriteContent(
        node.extent,
        `${content}.length`,
        [
          call('offset = ', emitter.imports.runtime('writeBytes'), [
            'output',
            content,
            'offset',
            quote(emitter.path),
          ]),
        ],
        emitter,
      ),
    ];
  },
};
