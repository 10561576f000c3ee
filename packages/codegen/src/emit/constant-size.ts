import type { NodeIR, SchemaIR } from '@bytewright/schema-dsl/ir';
import { encodeSources, isNumberElement, sizeBounds, structNamed } from '@bytewright/schema-dsl/ir';

/** The bytes that a struct takes, where measuring it would look at nothing in it but whether it is an object. */
export function constantSize(
  { name }: { readonly name: string },
  structs: SchemaIR['structs'],
): number | undefined {
  const struct = structNamed(name, structs);
  if (struct.recursive || encodeSources(struct, structs).length > 0) return undefined;
  return struct.fields.every(({ node }) => isConstant(node, structs))
    ? sizeBounds({ kind: 'struct', name }, structs).min
    : undefined;
}

/** Whether a node takes as many bytes whatever it holds, and is not looked at before it is written. */
function isConstant(node: NodeIR, structs: SchemaIR['structs']): boolean {
  switch (node.kind) {
    case 'integer':
    case 'float':
    case 'bits':
    case 'boolean':
    case 'literal':
      return true;
    case 'bytes':
    case 'string':
      return (
        node.extent.kind === 'fixed' || (node.extent.kind === 'padded' && node.extent.size.kind === 'fixed')
      );
    case 'padding':
      return node.size.kind === 'fixed';
    case 'list':
      return isNumberElement(node.element) && node.extent.kind === 'fixed';
    case 'flags':
    case 'enumeration': {
      const { min, max } = sizeBounds(node.node, structs);
      return min === max;
    }
    default:
      return false;
  }
}
