import type { ExtentIR } from '../extent.js';
import type { NodeIR } from '../node.js';
import { integerTraits } from '../nodes/integer.js';
import { varintTraits } from '../nodes/varint.js';
import type { FieldIR } from '../schema.js';
import { SchemaError } from '../schema-error.js';

/** Gives a field that fills its region room for the fixed-size fields behind it. */
export function reserveRoom(struct: string, fields: readonly FieldIR[]): readonly FieldIR[] {
  return fields.map((field, index) => {
    if (!fillsRegion(field.node)) return field;
    let reserve = 0;
    for (const later of fields.slice(index + 1)) {
      const size = fixedSizeOf(later.node);
      if (size === undefined) {
        throw new SchemaError(
          `${struct}.${field.name}`,
          `goes to the end, but ${later.name} follows and has no fixed size; bound one of them`,
        );
      }
      reserve += size;
    }
    return reserve === 0 ? field : { ...field, node: withReserve(field.node, reserve) };
  });
}

function fillsRegion(node: NodeIR): boolean {
  switch (node.kind) {
    case 'bytes':
    case 'string':
    case 'list':
      return node.extent.kind === 'end';
    case 'bind':
    case 'optional':
      return fillsRegion(node.node);
    default:
      return false;
  }
}

function withReserve(node: NodeIR, reserve: number): NodeIR {
  switch (node.kind) {
    case 'bytes':
    case 'string':
      return { ...node, extent: { kind: 'end', reserve } };
    case 'list':
      return { ...node, extent: { kind: 'end', reserve } };
    case 'bind':
    case 'optional':
      return { ...node, node: withReserve(node.node, reserve) };
    default:
      return node;
  }
}

/** Bytes of a node whose size is the same for all values, as far as that shows without looking into structs. */
function fixedSizeOf(node: NodeIR): number | undefined {
  switch (node.kind) {
    case 'integer':
      return integerTraits(node.type).size;
    case 'varint':
      return varintTraits(node).maxSize === 1 ? 1 : undefined;
    case 'boolean':
      return 1;
    case 'literal':
      return fixedSizeOf(node.node);
    case 'bytes':
    case 'string':
      return fixedSize(node.extent.kind === 'padded' ? node.extent.size : node.extent);
    case 'filling':
      return fixedSize(node.size);
    case 'list': {
      const element = fixedSizeOf(node.element);
      return node.extent.kind === 'fixed' && element !== undefined ? node.extent.size * element : undefined;
    }
    case 'sized':
      return node.size.kind === 'fixed' ? node.size.size : undefined;
    case 'bind':
      return fixedSizeOf(node.node);
    case 'peek':
    case 'lookahead':
    case 'atEnd':
      return 0;
    default:
      return undefined;
  }
}

function fixedSize(extent: ExtentIR): number | undefined {
  return extent.kind === 'fixed' ? extent.size : undefined;
}
