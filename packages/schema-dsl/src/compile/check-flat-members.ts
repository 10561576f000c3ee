import { describeNode } from '../ir/describe-node.js';
import type { NodeIR } from '../ir/node.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';

/** A union merged into its struct's value must not clash with the names of other members. */
export function checkFlatMembers(struct: StructIR): void {
  if (struct.flat === undefined) return;
  const path = `${struct.name}.${struct.flat}`;
  const field = struct.fields.find(({ name }) => name === struct.flat);
  const union = field && unwrap(field.node);
  if (union?.kind !== 'union' && union?.kind !== 'firstOf') {
    throw new SchemaError(
      'misplaced-construct',
      path,
      `flat() merges a union or firstOf field, but this is ${union === undefined ? 'not a field' : describeNode(union)}; name such a field, or remove flat()`,
    );
  }
  const members = new Set([union.tag, union.value]);
  if (union.kind === 'union')
    for (const arm of union.arms) if (arm.rawTag !== undefined) members.add(arm.rawTag);
  if (union.kind === 'union' && union.otherwise) {
    members.add(union.otherwise.raw);
    if (union.otherwise.rawTag !== undefined) members.add(union.otherwise.rawTag);
  }
  const clash = struct.fields.find(
    (f) => f.visibility === 'value' && f.name !== struct.flat && members.has(f.name),
  );
  if (clash !== undefined) {
    throw new SchemaError(
      'duplicate-member',
      path,
      `flat() would give the value two members called ${clash.name}; rename the field or the union's member`,
    );
  }
}

function unwrap(node: NodeIR): NodeIR {
  return node.kind === 'bind' || node.kind === 'sized' || node.kind === 'processed'
    ? unwrap(node.node)
    : node;
}
