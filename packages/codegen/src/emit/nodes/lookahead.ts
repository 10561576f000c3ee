import type { LookaheadNode } from '@bytewright/schema-dsl/ir';
import { call } from '../code.js';
import { freshName } from '../emitter.js';
import { quote } from '../names.js';
import { emitDecision } from './decision.js';
import { matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';

export const lookahead: NodeEmitter<LookaheadNode> = {
  type: () => 'boolean',
  read(node, target, emitter) {
    if (target === undefined) return [];
    const { callee, args } = matcherOf(node.node, emitter);
    return [call(`const ${target} = `, callee, ['bytes', 'view', 'offset', emitter.end, ...args], ' >= 0;')];
  },
  match: (node, target, emitter) => lookahead.read(node, target, emitter),
  size: () => ({ fixed: 0, code: [] }),
  write(node, value, emitter) {
    const expected = freshName(emitter, emitter.hint);
    const start = freshName(emitter, `${emitter.hint}Start`);
    const { callee, args } = matcherOf(node.node, emitter);
    return [
      call(`const ${expected} = `, emitter.imports.runtime('checkBoolean'), [
        value,
        'offset',
        quote(emitter.path),
      ]),
      `const ${start} = offset;`,
      ...emitDecision(
        start,
        [
          call(
            'const parses = ',
            callee,
            ['finished', 'finishedView', start, 'input.end', ...args],
            ' >= 0;',
          ),
          `return parses === ${expected};`,
        ],
        emitter,
      ),
    ];
  },
};
