import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { structNamed, visitNodes } from '@bytewright/schema-dsl/ir';
import type { Parameter } from './code.js';
import type { FunctionEmitter, ModuleEmitter } from './emitter.js';

const memo = new WeakMap<SchemaIR['structs'], Map<string, boolean>>();

/** Whether a struct can contain itself, or holds one that can: how deep a value is must be told to whoever measures it. */
export function mayNest(name: string, structs: SchemaIR['structs']): boolean {
  const known = memo.get(structs) ?? new Map<string, boolean>();
  memo.set(structs, known);
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  const struct = structNamed(name, structs);
  let nests = struct.recursive;
  known.set(name, nests); // one that is met again within itself is recursive
  for (const { node } of struct.fields) {
    visitNodes(node, (inner) => {
      if (inner.kind === 'struct') nests ||= mayNest(inner.name, structs);
    });
  }
  known.set(name, nests);
  return nests;
}

/** What is handed to a function that measures a struct, or a part of it, behind all else. */
export function nestingArgument(struct: string, emitter: FunctionEmitter): readonly string[] {
  return mayNest(struct, emitter.structs) ? [emitter.nesting] : [];
}

/** The parameter for it. */
export function nestingParameter(struct: string, { structs, imports }: ModuleEmitter): readonly Parameter[] {
  return mayNest(struct, structs) ? [{ name: 'nesting', type: imports.runtimeType('Nesting') }] : [];
}
