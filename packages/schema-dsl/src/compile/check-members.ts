import { isTagRange, tagsOf } from '../ir/analysis/arm-tags.js';
import { childrenOf } from '../ir/analysis/children.js';
import { fieldNode } from '../ir/analysis/field-node.js';
import type { Expression } from '../ir/expression.js';
import { constantValue, operands } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { EnumerationNode } from '../ir/nodes/enumeration.js';
import { isMember, membersText } from '../ir/nodes/enumeration.js';
import { printExpression } from '../ir/print-expression.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** What an enumeration is compared with, and the tags that it selects by, must be its members. */
export function checkMembers(struct: StructIR, { structs }: SchemaIR, faults: Faults): void {
  const enumerationOf = (expression: Expression): EnumerationNode | undefined => {
    const node = expression.op === 'field' ? fieldNode(struct, expression.path, structs)?.node : undefined;
    return node?.kind === 'enumeration' ? node : undefined;
  };
  const refuse = (path: string, text: string, side: Expression, node: EnumerationNode): never => {
    throw new SchemaError(
      'unknown-member',
      path,
      `${text} is never ${printExpression(side)}, which is ${membersText(node)}; use one of these`,
    );
  };
  const check = (expression: Expression, path: string): void => {
    if (expression.op === 'eq' || expression.op === 'ne') {
      for (const [side, other] of [
        [expression.left, expression.right],
        [expression.right, expression.left],
      ] as const) {
        const node = enumerationOf(side);
        if (node !== undefined && other.op === 'constant' && !isMember(node, constantValue(other.value)))
          refuse(path, printExpression(other), side, node);
      }
    }
    for (const operand of operands(expression)) check(operand, path);
  };
  const visit = (node: NodeIR, path: string): void => {
    const { inline, ahead, expressions } = childrenOf(node);
    for (const expression of expressions) check(expression, path);
    const selected = node.kind === 'union' && node.selector ? enumerationOf(node.selector) : undefined;
    if (node.kind === 'union' && node.selector !== undefined && selected !== undefined) {
      for (const arm of node.arms) {
        for (const tag of tagsOf(arm)) {
          const value = constantValue(isTagRange(tag) ? tag.from : tag);
          if (!isMember(selected, value))
            refuse(`${path}.${arm.name}`, JSON.stringify(value), node.selector, selected);
        }
      }
    }
    for (const child of [...inline, ...ahead]) visit(child, path);
  };
  faults.each(struct.fields, (field) => {
    const path = `${struct.name}.${field.name}`;
    visit(field.node, path);
    if (field.encode !== undefined) check(field.encode, path);
  });
  faults.each(struct.checks, ({ holds, field }) =>
    check(holds, [struct.name, ...(field ? [field] : [])].join('.')),
  );
}
