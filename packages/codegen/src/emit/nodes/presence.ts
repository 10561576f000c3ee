import type { PresenceNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block } from '../code.js';
import { freshName } from '../emitter.js';
import { errorOffset } from '../failures.js';
import { quote } from '../names.js';
import { emitSize, emitWrite } from './index.js';
import { lookahead } from './lookahead.js';
import { attempt } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';

export const presence: NodeEmitter<PresenceNode> = {
  type: () => 'boolean',
  read(node, target, emitter) {
    const end = freshName(emitter, `${emitter.hint}End`);
    return [
      ...attempt(node.node, end, emitter),
      ...(target === undefined ? [] : [`const ${target} = ${end} >= 0;`]),
      ...block(`if (${end} >= 0)`, [`offset = ${end};`]),
    ];
  },
  match: (node, target, emitter) => presence.read(node, target, emitter),
  size(node, value, emitter) {
    const { fixed, code } = emitSize(node.node, '{}', emitter);
    const body: Code = [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
    const check = `${emitter.imports.runtime('checkBoolean')}(${value}, ${errorOffset(emitter)}, ${quote(emitter.path)})`;
    return { fixed: 0, code: block(`if (${check})`, body) };
  },
  write(node, value, emitter) {
    const decision = lookahead.write({ kind: 'lookahead', node: node.node }, value, emitter);
    return [...decision, ...block(`if (${value})`, emitWrite(node.node, '{}', emitter))];
  },
};
