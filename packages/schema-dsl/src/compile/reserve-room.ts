import { sizeBounds } from '../ir/analysis/size-bounds.js';
import type { NodeIR } from '../ir/node.js';
import type { FieldIR, SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/**
 * Makes each field that fills its region reserve room for the fields after it, which must have a fixed size. This needs
 * all structs to be known.
 *
 * @example in `{ data: bytes(toEnd), trailer: Trailer }` with a trailer of 8 bytes, the data leaves 8 bytes
 */
export function reserveRoom(ir: SchemaIR, faults: Faults): SchemaIR {
  const structs = Object.entries(ir.structs).map(([name, struct]): [string, StructIR] => [
    name,
    { ...struct, fields: withRoom(name, struct.fields, ir.structs, faults) },
  ]);
  return { ...ir, structs: Object.fromEntries(structs) };
}

function withRoom(
  struct: string,
  fields: readonly FieldIR[],
  structs: SchemaIR['structs'],
  faults: Faults,
): readonly FieldIR[] {
  const give = (field: FieldIR, index: number): FieldIR => {
    const leaving = padding(field.node);
    if (leaving === undefined) return field;
    let reserve = 0;
    for (const later of fields.slice(index + 1)) {
      const { min: size, max } = sizeBounds(later.node, structs);
      if (size !== max || !Number.isFinite(size)) {
        throw new SchemaError(
          'greedy-field',
          `${struct}.${field.name}`,
          `extends to the end, but ${later.name} follows and has no fixed size; bound one of them`,
        );
      }
      reserve += size;
    }
    return reserve === 0 ? field : { ...field, node: leaving(reserve) };
  };
  return fields.map((field, index) => faults.attempt(() => give(field, index)) ?? field);
}

/** Makes a copy of a node that reserves room after it; `undefined` if the node does not fill its region. */
function padding(node: NodeIR): ((reserve: number) => NodeIR) | undefined {
  switch (node.kind) {
    case 'bytes':
    case 'string':
      return node.extent.kind === 'end'
        ? (reserve) => ({ ...node, extent: { kind: 'end', reserve } })
        : undefined;
    case 'list':
      return node.extent.kind === 'end'
        ? (reserve) => ({ ...node, extent: { kind: 'end', reserve } })
        : undefined;
    case 'sized':
      return node.size.kind === 'end'
        ? (reserve) => ({ ...node, size: { kind: 'end', reserve } })
        : undefined;
    case 'bind':
    case 'optional': {
      const inner = padding(node.node);
      return inner && ((reserve) => ({ ...node, node: inner(reserve) }));
    }
    default:
      return undefined;
  }
}
