import type { StructReference } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration } from '../code.js';
import { constantSize } from '../constant-size.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, parameterArguments, structFunction, structType } from '../emitter.js';
import { within as caught } from '../failures.js';
import { quote } from '../names.js';
import { nestingArgument } from '../nesting.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing, NOTHING } from './node-emitter.js';

export const struct: NodeEmitter<StructReference> = {
  type: (node, emitter) => structType(emitter, node.name),

  read(node, target, emitter) {
    const read = structFunction(emitter, 'read', node.name);
    const parameters = parameterArguments(emitter, node.name);
    const region = emitter.end === 'end' ? undefined : emitter.end;
    const isDeclared = target !== undefined && isCrowded(parameters, emitter);
    const assign = target === undefined ? '' : `${isDeclared ? '' : 'const '}${target} = `;
    return [
      'input.offset = offset;',
      ...(region === undefined ? [] : [`input.end = ${region};`]),
      ...(isDeclared ? [declaration(`let ${target}`, structType(emitter, node.name))] : []),
      ...inMember(assign, 'readMember', ['input'], read, parameters, emitter),
      ...(region === undefined ? [] : ['input.end = end;']),
      'offset = input.offset;',
    ];
  },

  match(node, target, emitter) {
    const values = parameterArguments(emitter, node.name);
    const args = ['bytes', 'view', 'offset', emitter.end, ...values];
    const match = structFunction(emitter, 'match', node.name);
    if (target === undefined)
      return [call('offset = ', match, args), ...block('if (offset < 0)', ['return -1;'])];
    const next = freshName(emitter, `${emitter.hint}End`);
    return [
      call(`const ${next} = `, match, args),
      ...block(`if (${next} < 0)`, ['return -1;']),
      ...readMatched(node, target, values, emitter),
      `offset = ${next};`,
    ];
  },

  size(node, value, emitter) {
    const constant = constantSize(node, emitter.structs);
    if (constant !== undefined) {
      const check = emitter.imports.runtime('checkObject');
      return {
        fixed: constant,
        code: isNothing(value) ? [] : [call('', check, [value, 'undefined', quote(emitter.path)])],
      };
    }
    const args = [...parameterArguments(emitter, node.name), ...nestingArgument(node.name, emitter)];
    const measure = structFunction(emitter, 'measure', node.name);
    return {
      fixed: 0,
      code: inMember('size += ', 'sizeOfMember', [argument(value)], measure, args, emitter),
    };
  },

  write(node, value, emitter) {
    const write = structFunction(emitter, 'write', node.name);
    const parameters = parameterArguments(emitter, node.name);
    return [
      'output.offset = offset;',
      ...inMember('', 'writeMember', ['output', argument(value)], write, parameters, emitter),
      'offset = output.offset;',
    ];
  },
};

/** A call of a struct's function, whose errors get the member's path where it has one. */
function inMember(
  prefix: string,
  within: 'readMember' | 'writeMember' | 'sizeOfMember',
  before: readonly string[],
  callee: string,
  parameters: readonly string[],
  emitter: FunctionEmitter,
): Code {
  const { path, imports } = emitter;
  const direct = call(prefix, callee, [...before, ...parameters]);
  if (path === '') return [direct];
  if (isCrowded(parameters, emitter)) return caught(quote(path), [direct], emitter);
  return [call(prefix, imports.runtime(within), [...before, quote(path), callee, ...parameters])];
}

/** Parameters that the runtime's functions for members hand on. */
const HANDED_ON = 3;

const isCrowded = (parameters: readonly string[], { path }: FunctionEmitter): boolean =>
  path !== '' && parameters.length > HANDED_ON;

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
