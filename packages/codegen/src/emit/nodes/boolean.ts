import type { BooleanNode } from '@bytewright/schema-dsl/ir';
import { block, call } from '../code.js';
import { freshName } from '../emitter.js';
import { decodeFailure, described, need } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';

export const boolean: NodeEmitter<BooleanNode> = {
  type: () => 'boolean',
  read(_, target, emitter) {
    const byte = freshName(emitter, `${emitter.hint}Byte`);
    return [
      ...need('1', "'bool (1 byte)'", emitter),
      `const ${byte} = view.getUint8(offset);`,
      ...block(
        `if (${byte} > 1)`,
        decodeFailure('invalid-value', 'offset', "'a bool, 0 or 1'", described(byte, emitter), emitter),
      ),
      ...(target === undefined ? [] : [`const ${target} = ${byte} === 1;`]),
      'offset += 1;',
    ];
  },
  match: (node, target, emitter) => boolean.read(node, target, emitter),
  size: () => ({ fixed: 1, code: [] }),
  write(_, value, emitter) {
    const check = `${emitter.imports.runtime('checkBoolean')}(${value}, offset, ${quote(emitter.path)})`;
    return [call('', 'view.setUint8', ['offset', `${check} ? 1 : 0`]), 'offset += 1;'];
  },
};
