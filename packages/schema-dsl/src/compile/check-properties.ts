import { isPositioned, placedNode } from '../ir/analysis/positioned.js';
import { unionField } from '../ir/analysis/union-field.js';
import { describeNode } from '../ir/describe-node.js';
import type { Expression } from '../ir/expression.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * A property can only be asked of a field that has it: the tag of a union, the length of something in one place, the offset
 * of something that the layout places. `path` is where the expression stands.
 */
export function checkProperty(expression: Expression, struct: StructIR, path: string): void {
  if (!('field' in expression)) return;
  const { op, field: name } = expression;
  const field = struct.fields.find((candidate) => candidate.name === name);
  if (field === undefined) return;
  const isElsewhere = isPositioned(field.node);
  if (op === 'tagOf' && unionField(struct, name) === undefined)
    throw new SchemaError(
      'misplaced-relation',
      path,
      `tagOf(${name}): ${name} is ${describeNode(field.node)}, which has no tag; use tagOf() of a union`,
    );
  if (op === 'byteLength' && isElsewhere && placedNode(field.node) === undefined)
    throw new SchemaError(
      'no-single-place',
      path,
      `byteLength(${name}): ${name} may lie in several places; use the length inside each node`,
    );
  if (op === 'offsetOf' && isElsewhere)
    throw new SchemaError(
      'no-single-place',
      path,
      `offsetOf(${name}): ${name} has an offset given by the value; use that offset directly`,
    );
}
