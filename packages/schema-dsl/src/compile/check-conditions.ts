import { visitNodes } from '../ir/analysis/children.js';
import { fieldNode, partNode, scalarTypeOfNode } from '../ir/analysis/field-node.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** A condition on elements may only refer to fields that are always in the element's value and can be compared. */
export function checkConditions(ir: SchemaIR, faults: Faults): void {
  const check = (node: NodeIR, path: string): void =>
    visitNodes(node, (n) => {
      if (n.kind !== 'list') return;
      if (n.extent.kind === 'last') {
        if (n.element.kind === 'float')
          throw new SchemaError(
            'not-comparable',
            path,
            'floats are copied by their bytes, so a condition cannot end a list of them; put the float into a struct',
          );
        checkCondition(n.extent.holds, n.element, path, ir);
      }
      if (n.extent.kind === 'while' && n.extent.holds !== undefined)
        checkCondition(n.extent.holds, n.extent.ahead, path, ir);
    });
  faults.attempt(() => check(ir.root, 'root'));
  for (const struct of Object.values(ir.structs))
    faults.each(struct.fields, (field) => check(field.node, `${struct.name}.${field.name}`));
}

function checkCondition(expression: Expression, of: NodeIR, path: string, ir: SchemaIR): void {
  if (expression.op === 'element') checkPath(expression.path, of, path, ir);
  for (const operand of operands(expression)) checkCondition(operand, of, path, ir);
}

function checkPath(path: readonly string[], of: NodeIR, where: string, { structs }: SchemaIR): void {
  const node = unwrap(of);
  const said = path.join('.');
  if (path.length === 0) {
    if (scalarTypeOfNode(node) === undefined)
      throw new SchemaError(
        'not-comparable',
        where,
        'an element cannot be compared as a whole; make it a struct and compare a field',
      );
    return;
  }
  const found = partNode({ node, isMaybeAbsent: false }, path, structs);
  if (found === undefined)
    throw new SchemaError(
      'unknown-field',
      where,
      `the condition refers to ${said}, which is not a field of an element; use one that is`,
    );
  let holder: NodeIR | undefined = node;
  for (const name of path) {
    if (holder?.kind !== 'struct') break; // a flag is in the value if its set is
    const struct = structNamed(holder.name, structs);
    const field = struct.fields.find((candidate) => candidate.name === name);
    if (field?.visibility !== 'value' || struct.flat === name)
      throw new SchemaError(
        'hidden-field',
        where,
        `the condition refers to ${said}, which is not in an element's value; keep it there`,
      );
    holder = fieldNode(struct, [name], structs)?.node;
  }
  if (found.isMaybeAbsent)
    throw new SchemaError(
      'absent-value',
      where,
      `the condition refers to ${said}, which may be absent; use the field that decides its presence`,
    );
  if (scalarTypeOfNode(found.node) === undefined)
    throw new SchemaError(
      'not-comparable',
      where,
      `the condition compares ${said}, which is not a number, string or boolean; compare part of it`,
    );
}

function unwrap(node: NodeIR): NodeIR {
  return node.kind === 'bind' || node.kind === 'sized' ? unwrap(node.node) : node;
}
