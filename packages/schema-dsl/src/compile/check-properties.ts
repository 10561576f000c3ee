import { isPositioned, placedNode } from '../ir/analysis/positioned.js';
import { unionField } from '../ir/analysis/union-field.js';
import { describeNode } from '../ir/describe-node.js';
import type { Expression } from '../ir/expression.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * What is asked of a field is something that it has: a tag of a union, a length of what lies in one place, an offset of
 * what lies where the layout says. `path` is that of who asks.
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
      `byteLength(${name}): ${name} may lie in several places; use the length in the node of each`,
    );
  if (op === 'offsetOf' && isElsewhere)
    throw new SchemaError(
      'no-single-place',
      path,
      `offsetOf(${name}): ${name} lies where the value says; use what says that`,
    );
}
