import type { ByteExtentIR, NodeIR } from '@bytewright/schema-dsl/ir';
import { sizeBounds } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, parameterDeclarations, parameterScope } from '../emitter.js';
import { functionCode } from '../function-code.js';
import { article, capitalize } from '../names.js';
import { nestingArgument, nestingParameter } from '../nesting.js';
import { emitSize } from '../nodes/index.js';
import { requireEntry } from '../require-entry.js';
import { fieldValue } from './field-value.js';

/** The bytes that a field takes: on decode what it took, on encode what it will take. */
export function fieldSize(name: string, emitter: FunctionEmitter): string {
  const node = nodeOf(name, emitter);
  const { min, max } = sizeBounds(node, emitter.structs);
  if (min === max) return String(min);
  if (emitter.direction === 'read' || emitter.direction === 'match') {
    return `${requireEntry(emitter.ends, name)} - ${requireEntry(emitter.starts, name)}`;
  }
  if (node.kind === 'bytes' && isAllContent(node.extent)) return `${fieldValue(name, emitter)}.length`;
  return emitter.sizes.get(name) ?? sizeHelper(name, emitter);
}

/** Whether it takes a function of its own to tell the size of a field that is about to be written. */
export function isAddedUp(name: string, emitter: FunctionEmitter): boolean {
  const node = nodeOf(name, emitter);
  const { min, max } = sizeBounds(node, emitter.structs);
  return min < max && !(node.kind === 'bytes' && isAllContent(node.extent));
}

/** Whether bytes are on the wire as they are in the value, and nothing else with them. */
function isAllContent({ kind }: ByteExtentIR): boolean {
  return kind !== 'prefix' && kind !== 'terminated' && kind !== 'padded';
}

/** A function of its own for a size that takes more than an expression to add up. */
function sizeHelper(field: string, emitter: FunctionEmitter): string {
  const { struct, parameters } = emitter;
  const args = [
    'value',
    ...struct.parameters.map((parameter) => requireEntry(parameters, parameter.name)),
    ...nestingArgument(struct.name, emitter),
  ];
  const name = defineHelper(emitter, `sizeOf${struct.name}${capitalize(field)}`, field, (own) =>
    sizeFunction(own, field, emitter),
  );
  return `${name}(${args.join(', ')})`;
}

function nodeOf(field: string, { struct }: FunctionEmitter): NodeIR {
  return requireEntry(new Map(struct.fields.map(({ name, node }) => [name, node])), field);
}

function sizeFunction(name: string, field: string, emitter: FunctionEmitter): Code {
  const { struct } = emitter;
  const node = nodeOf(field, emitter);
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'size',
    parameters: parameterScope(struct),
    path: field,
    hint: field,
    nesting: 'nesting',
    sizes: new Map(),
    names: new Set([
      ...parameterDeclarations(struct).map((parameter) => parameter.name),
      ...emitter.externals.values(),
    ]),
    locals: new Map(),
  };
  const { fixed, code } = emitSize(node, fieldValue(field, inner), inner);
  const body = code.length === 0 ? [`return ${fixed};`] : [`let size = ${fixed};`, ...code, 'return size;'];
  const parameters = [
    { name: 'value', type: struct.name },
    ...parameterDeclarations(struct),
    ...nestingParameter(struct.name, emitter),
  ];
  return [
    `/** Bytes that \`${field}\` of ${article(struct.name)} takes. */`,
    ...functionCode(name, parameters, 'number', body),
  ];
}
