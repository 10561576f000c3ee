import type { NodeIR } from '@bytewright/schema-dsl/ir';
import { bound } from '../bound.js';
import type { Code, Parameter } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, parameterArguments, structFunction } from '../emitter.js';
import { functionCode } from '../function-code.js';
import { article, capitalize } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { requireEntry } from '../require-entry.js';
import { emitRead } from './index.js';

/** A call that reads a node where the input stands, for the sake of the error. */
export function readerCall(node: NodeIR, emitter: FunctionEmitter): string {
  if (node.kind === 'bind') return readerCall(node.node, bound(node, emitter));
  if (node.kind === 'struct') {
    const args = ['input', ...parameterArguments(emitter, node.name)];
    return `${structFunction(emitter, 'read', node.name)}(${args.join(', ')})`;
  }
  const parameters = neededParameters([node], emitter);
  const base = `read${emitter.struct.name}${capitalize(emitter.hint)}`;
  const name = defineHelper(emitter, base, node, (own) => readFunction(own, node, parameters, emitter));
  return `${name}(${['input', ...parameters.map(({ name: p }) => requireEntry(emitter.parameters, p))].join(', ')})`;
}

function readFunction(
  name: string,
  node: NodeIR,
  parameters: readonly Parameter[],
  emitter: FunctionEmitter,
): Code {
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'read',
    end: 'end',
    path: '',
    names: new Set([...parameters.map((p) => p.name), ...emitter.externals.values()]),
    parameters: new Map(parameters.map(({ name: p }) => [p, p])),
  };
  const code: Code = [
    'const { bytes, view, end } = input;',
    'let offset = input.offset;',
    ...emitRead(node, undefined, inner),
    'input.offset = offset;',
  ];
  const declared = [{ name: 'input', type: emitter.imports.runtimeType('Input') }, ...parameters];
  return [
    `/** Reads \`${emitter.hint}\` of ${article(emitter.struct.name)} where the input stands, to see how far that goes. */`,
    ...functionCode(name, declared, 'void', code),
  ];
}
