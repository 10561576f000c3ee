import type { FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import type { Direction, FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { parameterDeclarations, parameterScope } from '../emitter.js';

/** A function declaration as the printer takes it. */
export interface FunctionCode {
  readonly name: string;
  readonly isExported: boolean;
  readonly doc: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  readonly body: Code;
}

/** An emitter for one function of a struct. */
export function functionEmitter(
  module: ModuleEmitter,
  struct: StructIR,
  direction: Direction,
): FunctionEmitter {
  return {
    ...module,
    struct,
    direction,
    parameters: parameterScope(struct),
    path: '',
    hint: '',
    end: 'end',
    locals: new Map(),
    starts: new Map(),
    ends: new Map(),
    offsets: new Map(),
    sizes: new Map(),
    bitWords: new Map(),
    nesting: direction === 'write' ? 'output' : struct.recursive ? 'inner' : 'nesting',
    names: new Set([...parameterDeclarations(struct).map(({ name }) => name), ...module.externals.values()]),
  };
}

/** The emitter for a field of the struct. */
export function forField(emitter: FunctionEmitter, field: FieldIR): FunctionEmitter {
  return { ...emitter, path: emitter.struct.flat === field.name ? '' : field.name, hint: field.name };
}
