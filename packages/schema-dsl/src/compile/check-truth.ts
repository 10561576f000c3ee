import { contentOf } from '../ir/analysis/content.js';
import { fieldNode, scalarTypeOfNode } from '../ir/analysis/field-node.js';
import { scalarTypeOf } from '../ir/analysis/scalar-type.js';
import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { printExpression } from '../ir/print-expression.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { noun } from './check-comparisons.js';

/** The conditions of a node: whether something is present. */
export function conditionsOf(node: NodeIR): readonly Expression[] {
  switch (node.kind) {
    case 'optional':
      return [node.when];
    case 'at':
    case 'atEach':
      return node.when === undefined ? [] : [node.when];
    default:
      return [];
  }
}

/**
 * A condition is a boolean, and so are its operands: any other value would always count as true, and a node without a
 * value always as false. `path` is where the condition stands.
 */
export function checkTruth(condition: Expression, struct: StructIR, ir: SchemaIR, path: string): void {
  switch (condition.op) {
    case 'and':
    case 'or':
    case 'not':
      for (const operand of operands(condition)) checkTruth(operand, struct, ir, path);
      return;
    case 'choose':
      checkTruth(condition.when, struct, ir, path);
      break;
    default:
  }
  const what = otherThanTruth(condition, struct, ir);
  if (what === undefined) return;
  const said = printExpression(condition);
  throw new SchemaError(
    what === 'nothing' ? 'hidden-field' : 'type-mismatch',
    path,
    what === 'nothing'
      ? `its condition is ${said}, which holds no value, so it would never be true; write ${said}: lookahead(atEnd), whose value is true or false`
      : `its condition is ${said}, ${what}, but a condition is true or false; compare it, for example ${said} ≠ 0: $.${said}.ne(…)`,
  );
}

/** Describes an expression that is not a boolean, as far as its type is known. */
function otherThanTruth(expression: Expression, struct: StructIR, { structs }: SchemaIR): string | undefined {
  const content = contentOf(expression, { struct, structs });
  if (content !== undefined) return content === 'custom' ? undefined : noun(content);
  const nodeAt = (route: readonly string[]): NodeIR | undefined => fieldNode(struct, route, structs)?.node;
  if (expression.op === 'field' && nodeAt(expression.path)?.kind === 'atEnd') return 'nothing';
  const type = scalarTypeOf(expression, (route) => {
    const node = nodeAt(route);
    return node && scalarTypeOfNode(node);
  });
  return type === undefined || type === 'boolean' ? undefined : noun(type);
}
