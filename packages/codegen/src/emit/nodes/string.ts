import type { StringNode } from '@bytewright/schema-dsl/ir';
import { block, call } from '../code.js';
import { freshName } from '../emitter.js';
import { quote } from '../names.js';
import { emitByteExtent, emitWriteExtent, prefixSize } from './extent.js';
import type { NodeEmitter } from './node-emitter.js';

export const string: NodeEmitter<StringNode> = {
  type: () => 'string',
  read(node, target, emitter) {
    const { size, code } = emitByteExtent(node.extent, emitter);
    const text = emitter.imports.runtime('decodeText');
    const args = ['bytes', 'offset', `offset + ${size}`, quote(node.encoding), quote(emitter.path)];
    return [
      ...code,
      call(target === undefined ? '' : `const ${target} = `, text, args),
      `offset += ${size};`,
    ];
  },
  match(node, target, emitter) {
    const { size, code } = emitByteExtent(node.extent, emitter);
    const name = target ?? freshName(emitter, `${emitter.hint}Text`);
    const args = ['bytes', 'offset', `offset + ${size}`, quote(node.encoding)];
    return [
      ...code,
      call(`const ${name} = `, emitter.imports.runtime('textAt'), args),
      ...block(`if (${name} === undefined)`, ['return -1;']),
      `offset += ${size};`,
    ];
  },
  size(node, value, emitter) {
    if (node.extent.kind === 'fixed') return { fixed: node.extent.size, code: [] };
    const args = [value, quote(node.encoding), quote(emitter.path)];
    return {
      fixed: prefixSize(node.extent),
      code: [call('size += ', emitter.imports.runtime('textSize'), args)],
    };
  },
  write(node, value, emitter) {
    const size = freshName(emitter, `${emitter.hint}Size`);
    const measure = [value, quote(node.encoding), quote(emitter.path), 'offset'];
    const extent = emitWriteExtent(node.extent, size, emitter);
    const sizing = [call(`const ${size} = `, emitter.imports.runtime('textSize'), measure), ...extent];
    return [
      ...(extent.length === 0 ? [] : sizing), // writing checks the text by itself
      call('offset = ', emitter.imports.runtime('writeText'), [
        'output',
        value,
        quote(node.encoding),
        'offset',
        quote(emitter.path),
      ]),
    ];
  },
};
