import type { StructReference } from '@bytewright/schema-dsl/ir';
import { holdsValue } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, parameterArguments, structFunction, structType } from '../emitter.js';
import { within } from '../failures.js';
import { quote } from '../names.js';
import type { NodeEmitter } from './node-emitter.js';

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

  match(node, _, emitter) {
    const next = freshName(emitter, `${emitter.hint}End`);
    const args = ['bytes', 'view', 'offset', emitter.end, ...parameterArguments(emitter, node.name)];
    return [
      call(`const ${next} = `, structFunction(emitter, 'match', node.name), args),
      ...block(`if (${next} < 0)`, ['return -1;']),
      `offset = ${next};`,
    ];
  },

  size(node, value, emitter) {
    const args = [
      argument(node, value, emitter),
      ...parameterArguments(emitter, node.name),
      ...depthArgument(node, emitter),
    ];
    const add = call('size += ', structFunction(emitter, 'sizeOf', node.name), args);
    return { fixed: 0, code: emitter.path === '' ? [add] : within(quote(emitter.path), [add], emitter) };
  },

  write(node, value, emitter) {
    const args = ['output', argument(node, value, emitter), ...parameterArguments(emitter, node.name)];
    const write = call('', structFunction(emitter, 'write', node.name), args);
    const body: Code = emitter.path === '' ? [write] : within(quote(emitter.path), [write], emitter);
    return ['output.offset = offset;', ...body, 'offset = output.offset;'];
  },
};

/** What is passed as the value: a struct without a value of its own gets an empty one. */
function argument(node: StructReference, value: string, emitter: FunctionEmitter): string {
  return holdsValue(node, emitter.structs) ? value : '{}';
}

/** Recursive structs count down how deep a value may be, so that one that contains itself is refused. */
function depthArgument(node: StructReference, emitter: FunctionEmitter): readonly string[] {
  if (!emitter.structs[node.name]?.recursive) return [];
  return emitter.struct.recursive ? ['depth - 1'] : [];
}
