import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { visitNodes } from '@bytewright/schema-dsl/ir';

/** The constructs of a schema, as the table of capabilities names them: kinds of node, of extent, of relation. */
export function constructsIn({ structs }: SchemaIR): ReadonlySet<string> {
  const found = new Set<string>();
  for (const struct of Object.values(structs)) {
    if (struct.checksums !== undefined) found.add('checksum');
    for (const field of struct.fields) {
      visitNodes(field.node, (node) => {
        found.add(node.kind);
        if (node.kind === 'bytes' || node.kind === 'string') found.add(`bytes: ${node.extent.kind}`);
        if (node.kind === 'list') found.add(`list: ${node.extent.kind}`);
      });
    }
  }
  return found;
}
