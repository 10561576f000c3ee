import type { AtEndNode } from '@bytewright/schema-dsl/ir';
import { block, call } from '../code.js';
import { encodeFailure } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';

export const atEnd: NodeEmitter<AtEndNode> = {
  type: () => 'undefined',
  read: (_, __, emitter) =>
    block(`if (offset !== ${emitter.end})`, [
      call('throw ', emitter.imports.runtime('trailingBytes'), [
        'offset',
        quote(emitter.path),
        "'the end'",
        `${emitter.end} - offset`,
      ]),
    ]),
  match: (_, __, emitter) => block(`if (offset !== ${emitter.end})`, ['return -1;']),
  size: () => ({ fixed: 0, code: [] }),
  write: (_, __, emitter) =>
    block(
      'if (offset !== output.end)',
      encodeFailure('mismatch', 'offset', "'the end'", "'more to write'", emitter),
    ),
};
