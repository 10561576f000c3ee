import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import { isOmissible } from '@bytewright/schema-dsl/ir';
import { splitAlternatives } from '../code.js';
import type { ModuleEmitter } from '../emitter.js';
import { emitType } from '../nodes/index.js';
import { alternatives } from '../nodes/union.js';
import { requireEntry } from '../require-entry.js';
import { memberText, structDoc } from './doc-text.js';
import { wireLayout } from './wire-layout.js';

/** A member of a generated interface. */
export interface MemberCode {
  readonly name: string;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  readonly type: string;
  readonly doc: string;
}

/** The type of a struct's value: an interface, or an object type and the alternatives of a union merged into it. */
export interface TypeCode {
  readonly name: string;
  readonly doc: string;
  readonly members: readonly MemberCode[];
  /** Object types, one of which is merged in; `undefined` where no union is flat. */
  readonly alternatives: readonly string[] | undefined;
}

/** The type of a struct's value. */
export function emitStructType(struct: StructIR, emitter: ModuleEmitter): TypeCode {
  const layout = wireLayout(struct, emitter);
  const visible = struct.fields.filter((field) => field.visibility === 'value');
  const flat = visible.find((field) => field.name === struct.flat);
  return {
    name: struct.name,
    doc: structDoc(struct, emitter.structs),
    members: visible
      .filter((field) => field !== flat)
      .map((field) => {
        const where = requireEntry(layout, field.name);
        return {
          name: field.name,
          isOptional: isOmissible(field.node),
          type: emitType(field.node, emitter),
          doc: memberText(field, where),
        };
      }),
    alternatives: flat && merged(flat.node, emitter),
  };
}

function merged(node: NodeIR, emitter: ModuleEmitter): readonly string[] {
  if (node.kind === 'bind' || node.kind === 'sized' || node.kind === 'processed')
    return merged(node.node, emitter);
  return node.kind === 'union' ? alternatives(node, emitter) : splitAlternatives(emitType(node, emitter));
}
