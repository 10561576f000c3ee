import type { FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, fieldsOf, visitNodes } from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import { usesName } from '../code.js';
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
    parameterTypes: new Map(struct.parameters.map(({ name, type }) => [name, type])),
    path: '',
    hint: '',
    end: 'end',
    locals: new Map(),
    starts: new Map(),
    ends: new Map(),
    names: new Set(parameterDeclarations(struct).map(({ name }) => name)),
  };
}

/** The emitter for a field of the struct. */
export function forField(emitter: FunctionEmitter, field: FieldIR): FunctionEmitter {
  return { ...emitter, path: emitter.struct.flat === field.name ? '' : field.name, hint: field.name };
}

/** Fields whose decoded values expressions ask for, in this struct. */
export function referencedFields(struct: StructIR): ReadonlySet<string> {
  const used = new Set<string>();
  for (const field of struct.fields) {
    visitNodes(field.node, (node) => {
      for (const expression of childrenOf(node).expressions)
        for (const name of fieldsOf(expression)) used.add(name);
    });
  }
  for (const check of struct.checks) for (const name of fieldsOf(check.holds)) used.add(name);
  return used;
}

/** Declarations of the variables that the body uses: `const { bytes, view, end } = input;` and no more. */
export function unpack(from: string, names: readonly string[], body: Code): readonly string[] {
  const used = names.filter((name) => usesName(name, body));
  return used.length === 0 ? [] : [`const { ${used.join(', ')} } = ${from};`];
}
