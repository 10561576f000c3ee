import type { TailNode } from '@bytewright/schema-dsl/ir';
import { describeNode, leadingBytes, sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import { AHEAD_PARAMETERS, block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName } from '../emitter.js';
import { decodeFailure } from '../failures.js';
import { functionCode } from '../function-code.js';
import { known } from '../known.js';
import { article, capitalize, hexadecimal, quote } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { refuseToMatch } from './at.js';
import { emitDecision } from './decision.js';
import { emitRead, emitSize, emitType, emitWrite } from './index.js';
import { matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';
import { measure } from './sized.js';

export const tail: NodeEmitter<TailNode> = {
  type: (node, emitter) => emitType(node.node, emitter),

  read(node, target, emitter) {
    const { imports, hint } = emitter;
    const start = freshName(emitter, `${hint}Start`);
    emitter.starts.set(hint, start);
    const { min, max } = sizeBounds(node.node, emitter.structs);
    const found =
      min === max
        ? `const ${start} = end - ${min};`
        : call(`const ${start} = `, tailSearch(node, emitter), [
            'bytes',
            'view',
            'start',
            'end',
            ...searchArguments(node, emitter),
            'input',
          ]);
    return [
      found,
      ...block(
        `if (${start} < ${min === max ? 'start' : '0'})`,
        decodeFailure(
          'no-boundary',
          'start',
          quote(`${describeNode(node.node)} that ends where the region ends`),
          `\`none in \${${imports.runtime('byteCount')}(end - start)}\``,
          emitter,
        ),
      ),
      `offset = ${start};`,
      ...emitRead(node.node, target, emitter),
      call('', imports.runtime('claim'), ['claims', start, 'offset', quote(hint)]),
    ];
  },

  match: refuseToMatch,

  size: (node, value, emitter) => emitSize(node.node, value, emitter),

  write(node, value, emitter) {
    const { min, max } = sizeBounds(node.node, emitter.structs);
    if (min === max) return [`offset = output.end - ${min};`, ...emitWrite(node.node, value, emitter)];
    const size = freshName(emitter, `${emitter.hint}Size`);
    const place = freshName(emitter, `${emitter.hint}Start`);
    const region = freshName(emitter, 'regionEnd');
    const args = ['finished', 'finishedView', 'start', region, ...searchArguments(node, emitter)];
    return [
      ...measure(node.node, value, size, emitter),
      `const ${region} = output.end;`,
      `const ${place} = ${region} - ${size};`,
      ...emitDecision(
        place,
        [call('const found = ', tailSearch(node, emitter), args), `return found === ${place};`],
        emitter,
      ),
      `offset = ${place};`,
      ...emitWrite(node.node, value, emitter),
    ];
  },
};

function searchArguments(node: TailNode, emitter: FunctionEmitter): readonly string[] {
  return neededParameters([node.node], emitter).map(({ name }) => known(emitter.parameters, name));
}

/** The function that searches for a tail, backwards; gives its place, or -1. */
function tailSearch(node: TailNode, emitter: FunctionEmitter): string {
  return defineHelper(emitter, `startOf${emitter.struct.name}${capitalize(emitter.hint)}`, node, (name) =>
    searchFunction(name, node, emitter),
  );
}

function searchFunction(name: string, node: TailNode, emitter: FunctionEmitter): Code {
  const typed = neededParameters([node.node], emitter);
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'match',
    parameters: new Map(typed.map(({ name: p }) => [p, p])),
  };
  const { min, max } = sizeBounds(node.node, emitter.structs);
  const { callee, args } = matcherOf(node.node, inner);
  const lead = leadingBytes(node.node, emitter.structs).map(
    (byte, i) => `bytes[${i === 0 ? 'at' : `at + ${i}`}] !== ${hexadecimal(byte)}`,
  );
  const pay = call('if (input !== undefined) ', emitter.imports.runtime('takeScan'), [
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
    ...functionCode(name, [...AHEAD_PARAMETERS, ...typed, input], 'number', [...loop, 'return -1;']),
  ];
}
