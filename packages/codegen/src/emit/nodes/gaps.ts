import type { GapsNode } from '@bytewright/schema-dsl/ir';
import { call } from '../code.js';
import { quote } from '../names.js';
import { refuseToMatch } from './at.js';
import type { NodeEmitter } from './node-emitter.js';

export const gaps: NodeEmitter<GapsNode> = {
  type: (_, emitter) => `${emitter.imports.runtimeType('Gap')}[]`,
  read: (_, target, emitter) => [
    call(target === undefined ? '' : `const ${target} = `, emitter.imports.runtime('takeGaps'), [
      'coverage',
      'input',
    ]),
  ],
  match: refuseToMatch,
  size: () => ({ fixed: 0, code: [] }),
  write: (_, value, emitter) => [
    call('', emitter.imports.runtime('writeGaps'), ['output', 'start', value, quote(emitter.hint)]),
  ],
};
