import type { BooleanNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { decodeFailure, described, need } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';

export const boolean: NodeEmitter<BooleanNode> = {
  type: (node) => (node.preserve ? 'boolean | number' : 'boolean'),
  read(node, target, emitter) {
    const byte = freshName(emitter, `${emitter.hint}Byte`);
    const isKnown = node.preserve ? `${byte} > 1 ? ${byte} : ${byte} === 1` : `${byte} === 1`;
    return [
      ...need('1', "'bool (1 byte)'", emitter),
      `const ${byte} = view.getUint8(offset);`,
      ...(node.preserve ? [] : refuseOthers(byte, emitter)),
      ...(target === undefined ? [] : [`const ${target} = ${isKnown};`]),
      'offset += 1;',
    ];
  },
  match: (node, target, emitter) => boolean.read(node, target, emitter),
  size: () => ({ fixed: 1, code: [] }),
  write(node, value, emitter) {
    if (node.preserve) {
      const byte = `${emitter.imports.runtime('checkBooleanByte')}(${value}, offset, ${quote(emitter.path)})`;
      return [call('', 'view.setUint8', ['offset', byte]), 'offset += 1;'];
    }
    const check = `${emitter.imports.runtime('checkBoolean')}(${value}, offset, ${quote(emitter.path)})`;
    return [call('', 'view.setUint8', ['offset', `${check} ? 1 : 0`]), 'offset += 1;'];
  },
};

function refuseOthers(byte: string, emitter: FunctionEmitter): Code {
  return block(
    `if (${byte} > 1)`,
    decodeFailure('invalid-value', 'offset', "'a bool, 0 or 1'", described(byte, emitter), emitter),
  );
}
