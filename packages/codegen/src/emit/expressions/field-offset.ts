import type { FieldIR } from '@bytewright/schema-dsl/ir';
import { fixedOffset, isPositioned } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, parameterDeclarations, parameterScope } from '../emitter.js';
import { functionCode } from '../function-code.js';
import { article, capitalize } from '../names.js';
import { nestingArgument, nestingParameter } from '../nesting.js';
import { emitSize } from '../nodes/index.js';
import { requireEntry } from '../require-entry.js';
import { forField } from '../struct/struct-function.js';
import { fieldValue } from './field-value.js';

/** The bytes from the start of the struct to a field: on decode what came before it, on encode what will. */
export function fieldOffset(name: string, emitter: FunctionEmitter): string {
  const { struct, direction } = emitter;
  const fixed = fixedOffset(struct, name, emitter.structs);
  if (fixed !== undefined) return String(fixed);
  const passed = emitter.offsets.get(name);
  if (passed !== undefined) return passed;
  return direction === 'read' || direction === 'match'
    ? `${emitter.starts.get(name) ?? 'offset'} - start`
    : offsetHelper(name, emitter);
}

/** A function that adds up the sizes of the fields before one. */
function offsetHelper(field: string, emitter: FunctionEmitter): string {
  const { struct, parameters } = emitter;
  const args = [
    'value',
    ...struct.parameters.map((parameter) => requireEntry(parameters, parameter.name)),
    ...nestingArgument(struct.name, emitter),
  ];
  const name = defineHelper(emitter, `offsetOf${struct.name}${capitalize(field)}`, field, (own) =>
    offsetFunction(own, field, emitter),
  );
  return `${name}(${args.join(', ')})`;
}

function offsetFunction(name: string, field: string, emitter: FunctionEmitter): Code {
  const { struct } = emitter;
  const before = struct.fields
    .slice(
      0,
      struct.fields.findIndex((candidate) => candidate.name === field),
    )
    .filter(({ node }) => !isPositioned(node));
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'size',
    parameters: parameterScope(struct),
    nesting: 'nesting',
    sizes: new Map(),
    names: new Set(parameterDeclarations(struct).map((parameter) => parameter.name)),
    locals: new Map(),
    offsets: new Map(),
  };
  const parameters = [
    { name: 'value', type: struct.name },
    ...parameterDeclarations(struct),
    ...nestingParameter(struct.name, emitter),
  ];
  return [
    `/** Bytes from the start of ${article(struct.name)} to its \`${field}\`. */`,
    ...functionCode(name, parameters, 'number', sumOfSizes(before, inner)),
  ];
}

/** Code that adds up the sizes of fields in wire order, so that an alignment among them can see where it is. */
export function sumOfSizes(fields: readonly FieldIR[], emitter: FunctionEmitter): Code {
  const code: Code[number][] = [];
  let fixed = 0;
  let first: number | undefined;
  const settle = (): void => {
    if (first === undefined) first = fixed;
    else if (fixed > 0) code.push(`size += ${fixed};`);
    fixed = 0;
  };
  for (const field of fields) {
    if (field.node.kind === 'align') {
      settle();
      code.push(`size += ${emitter.imports.runtime('paddingTo')}(size, ${field.node.to});`);
      continue;
    }
    const value =
      field.visibility === 'value' || field.encode !== undefined ? fieldValue(field.name, emitter) : '';
    const { fixed: more, code: rest } = emitSize(field.node, value, forField(emitter, field));
    fixed += more;
    code.push(...rest);
  }
  settle();
  return [`let size = ${first ?? 0};`, ...code, 'return size;'];
}
