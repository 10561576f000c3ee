import type { TailNode } from '@bytewright/schema-dsl/ir';
import { describeNode, leadingBytes, sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import { AHEAD_PARAMETERS, block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName } from '../emitter.js';
import { noBoundary } from '../failures.js';
import { functionCode } from '../function-code.js';
import { article, capitalize, hexadecimal, quote } from '../names.js';
import { refuseToMatch } from './at.js';
import { emitDecision } from './decision.js';
import { emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { Matcher } from './matcher.js';
import { matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';
import { measure } from './sized.js';
import type { Surroundings } from './surroundings.js';
import { surroundingsOf } from './surroundings.js';

export const tail: NodeEmitter<TailNode> = {
  type: (node, emitter) => emitType(node.node, emitter),

  read(node, target, emitter) {
    const { imports, hint } = emitter;
    const start = emitter.starts.get(hint) ?? freshName(emitter, `${hint}Start`);
    const { min, max } = sizeBounds(node.node, emitter.structs);
    const search = min === max ? undefined : tailSearch(node, emitter);
    return [
      search === undefined
        ? `const ${start} = end - ${min};`
        : call(`const ${start} = `, search.callee, [
            'bytes',
            'view',
            'start',
            'end',
            ...search.args,
            'input',
          ]),
      ...block(
        `if (${start} < ${min === max ? 'start' : '0'})`,
        noBoundary(
          'start',
          quote(`${describeNode(node.node)} that ends where the region ends`),
          'end - start',
          emitter,
        ),
      ),
      `offset = ${start};`,
      ...emitRead(node.node, target, emitter),
      call('', imports.runtime('cover'), ['coverage', start, 'offset', quote(hint)]),
    ];
  },

  match: refuseToMatch,

  size: (node, value, emitter) => emitSize(node.node, value, emitter),

  write(node, value, emitter) {
    const { min, max } = sizeBounds(node.node, emitter.structs);
    const kept = emitter.starts.get(emitter.hint);
    if (min === max) {
      const place = `output.end - ${min}`;
      return [
        ...(kept === undefined ? [`offset = ${place};`] : [`const ${kept} = ${place};`, `offset = ${kept};`]),
        ...emitWrite(node.node, value, emitter),
      ];
    }
    const size = freshName(emitter, `${emitter.hint}Size`);
    const place = kept ?? freshName(emitter, `${emitter.hint}Start`);
    const { callee, args } = tailSearch(node, emitter);
    return [
      ...measure(node.node, value, size, emitter),
      `const ${place} = output.end - ${size};`,
      ...emitDecision(
        place,
        [
          call('const found = ', callee, [
            'finished',
            'finishedView',
            'start',
            'input.end',
            ...args,
            'input',
          ]),
          `return found === ${place};`,
        ],
        emitter,
      ),
      `offset = ${place};`,
      ...emitWrite(node.node, value, emitter),
    ];
  },
};

/** The function that searches for a tail, backwards; gives its place, or -1. */
function tailSearch(node: TailNode, emitter: FunctionEmitter): Matcher {
  const surroundings = surroundingsOf(node.node, emitter);
  const base = `startOf${emitter.struct.name}${capitalize(emitter.hint)}`;
  const callee = defineHelper(emitter, base, node, (name) => searchFunction(name, node, surroundings));
  return { callee, args: surroundings.args };
}

function searchFunction(name: string, node: TailNode, { declared, inner: emitter }: Surroundings): Code {
  const { min, max } = sizeBounds(node.node, emitter.structs);
  const { callee, args } = matcherOf(node.node, emitter);
  const lead = leadingBytes(node.node, emitter.structs).map(
    (byte, i) => `bytes[${i === 0 ? 'at' : `at + ${i}`}] !== ${hexadecimal(byte)}`,
  );
  const pay = call('if (input !== undefined) ', emitter.imports.runtime('chargeSearch'), [
    'input',
    'at',
    'end',
    quote(emitter.hint),
  ]);
  const loop = block(`for (let at = end - ${min}; at >= Math.max(start, end - ${max}); at--)`, [
    ...(lead.length === 0 ? [] : block(`if (${lead.join(' || ')})`, ['continue;'])),
    pay,
    ...block(`if (${callee}(${['bytes', 'view', 'at', 'end', ...args].join(', ')}) === end)`, ['return at;']),
  ]);
  const input: Parameter = { name: 'input', type: emitter.imports.runtimeType('Input'), isOptional: true };
  return [
    `/** Where \`${emitter.hint}\` of ${article(emitter.struct.name)} begins: the last place from which it parses exactly to the end, or -1. */`,
    ...functionCode(name, [...AHEAD_PARAMETERS, ...declared, input], 'number', [...loop, 'return -1;']),
  ];
}
