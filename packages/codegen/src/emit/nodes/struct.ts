import type { StructReference } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, parameterArguments, structFunction, structType } from '../emitter.js';
import { within } from '../failures.js';
import { quote } from '../names.js';
import { nestingArgument } from '../nesting.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing, NOTHING } from './node-emitter.js';

export const struct: NodeEmitter<StructReference> = {
  type: (node, emitter) => structType(emitter, node.name),

  read(node, target, emitter) {
    const read = structFunction(emitter, 'read', node.name);
    const args = ['input', ...parameterArguments(emitter, node.name)];
    const region = emitter.end === 'end' ? undefined : emitter.end;
    const named = emitter.path !== '';
    const keeps = target !== undefined;
    const assign = call(keeps ? (named ? `${target} = ` : `const ${target} = `) : '', read, args);
    return [
      'input.offset = offset;',
      ...(region === undefined ? [] : [`input.end = ${region};`]),
      ...(keeps && named ? [`let ${target}: ${structType(emitter, node.name)};`] : []),
      ...(named ? within(quote(emitter.path), [assign], emitter) : [assign]),
      ...(region === undefined ? [] : ['input.end = end;']),
      'offset = input.offset;',
    ];
  },

  match(node, target, emitter) {
    const next = freshName(emitter, `${emitter.hint}End`);
    const values = parameterArguments(emitter, node.name);
    return [
      call(`const ${next} = `, structFunction(emitter, 'match', node.name), [
        'bytes',
        'view',
        'offset',
        emitter.end,
        ...values,
      ]),
      ...block(`if (${next} < 0)`, ['return -1;']),
      ...(target === undefined ? [] : readMatched(node, target, values, emitter)),
      `offset = ${next};`,
    ];
  },

  size(node, value, emitter) {
    const args = [
      argument(value),
      ...parameterArguments(emitter, node.name),
      ...nestingArgument(node.name, emitter),
    ];
    const add = call('size += ', structFunction(emitter, 'measure', node.name), args);
    return { fixed: 0, code: emitter.path === '' ? [add] : within(quote(emitter.path), [add], emitter) };
  },

  write(node, value, emitter) {
    const args = ['output', argument(value), ...parameterArguments(emitter, node.name)];
    const write = call('', structFunction(emitter, 'write', node.name), args);
    const body: Code = emitter.path === '' ? [write] : within(quote(emitter.path), [write], emitter);
    return ['output.offset = offset;', ...body, 'offset = output.offset;'];
  },
};

/** Code that reads a struct that was matched, for the rare condition that asks for what is inside of it. */
function readMatched(
  node: StructReference,
  target: string,
  parameters: readonly string[],
  emitter: FunctionEmitter,
): Code {
  const input = freshName(emitter, `${emitter.hint}Input`);
  return [
    ...openAhead(input, 'offset', emitter.end, emitter),
    call(`const ${target} = `, structFunction(emitter, 'read', node.name), [input, ...parameters]),
  ];
}

/** Code that opens an input for bytes that were matched already, so that no limit stands in the way. */
export function openAhead(input: string, at: string, end: string, emitter: FunctionEmitter): Code {
  return [call(`const ${input} = `, emitter.imports.runtime('inputAhead'), ['bytes', 'view', at, end])];
}

/** What is passed as the value: a struct that is written without one gets an empty one. */
function argument(value: string): string {
  return isNothing(value) ? NOTHING : value;
}
