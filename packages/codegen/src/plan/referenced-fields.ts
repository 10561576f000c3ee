import type { StructIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, fieldsOf, visitNodes } from '@bytewright/schema-dsl/ir';

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
