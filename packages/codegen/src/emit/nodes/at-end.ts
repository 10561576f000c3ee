import type { AtEndNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { described, encodeFailure } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing } from './node-emitter.js';

/** Code that refuses a value where nobody's value belongs. */
export function requireUndefined(value: string, emitter: FunctionEmitter): Code {
  const content = freshName(emitter, emitter.hint);
  return [
    `const ${content}: unknown = ${value};`,
    ...block(
      `if (${content} !== undefined)`,
      encodeFailure('wrong-type', 'offset', "'undefined'", described(content, emitter), emitter),
    ),
  ];
}

/** What stands in a value for what is in nobody's. */
export const nothing = (target: string | undefined): Code =>
  target === undefined ? [] : [`const ${target} = undefined;`];

export const atEnd: NodeEmitter<AtEndNode> = {
  type: () => 'undefined',
  read: (_, target, emitter) => [
    ...block(`if (offset !== ${emitter.end})`, [
      call('throw ', emitter.imports.runtime('trailingBytes'), [
        'offset',
        quote(emitter.path),
        "'the end'",
        `${emitter.end} - offset`,
      ]),
    ]),
    ...nothing(target),
  ],
  match: (_, target, emitter) => [
    ...block(`if (offset !== ${emitter.end})`, ['return -1;']),
    ...nothing(target),
  ],
  size: () => ({ fixed: 0, code: [] }),
  write: (_, value, emitter) => [
    ...(isNothing(value) ? [] : requireUndefined(value, emitter)),
    ...block(
      'if (offset !== output.end)',
      encodeFailure(
        'mismatch',
        'offset',
        "'the end of the region'",
        `\`\${${emitter.imports.runtime('byteCount')}(output.end - offset)} more to write\``,
        emitter,
      ),
    ),
  ],
};
