import type { Expression, ScalarType } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { SchemaIR, StructIR } from '../schema.js';
import type { FieldNode } from './field-node.js';
import { fieldNode, partNode, scalarTypeOfNode } from './field-node.js';
import { scalarTypeOf } from './scalar-type.js';

/** The context of an expression: its struct and its element. */
export interface ExpressionContext {
  readonly struct: StructIR | undefined;
  readonly structs: SchemaIR['structs'];
  /** The node of the element that it refers to, if any. */
  readonly elementNode?: NodeIR;
}

/** The node of a field or an element in an expression; `undefined` for any other expression. */
export function nodeOf(expression: Expression, context: ExpressionContext): FieldNode | undefined {
  const { struct, structs, elementNode } = context;
  if (expression.op === 'field') return fieldNode(struct, expression.path, structs);
  if (expression.op !== 'element' || elementNode === undefined) return undefined;
  return partNode(unwrap(elementNode), expression.path, structs);
}

/** The formula of a derived field, which replaces it on encode. */
export function formulaOf(expression: Expression, { struct }: ExpressionContext): Expression | undefined {
  if (expression.op !== 'field' || expression.path.length > 1) return undefined;
  return struct?.fields.find(({ name }) => name === expression.path[0])?.encode;
}

/** The type of an expression's value, as far as it is known. */
export function typeOfExpression(expression: Expression, context: ExpressionContext): ScalarType | undefined {
  const typeOf =
    (op: 'field' | 'element') =>
    (path: readonly string[]): ScalarType | undefined => {
      const found = nodeOf({ op, path }, context);
      return found && scalarTypeOfNode(found.node);
    };
  return scalarTypeOf(expression, typeOf('field'), typeOf('element'));
}

function unwrap(node: NodeIR): FieldNode {
  switch (node.kind) {
    case 'bind':
    case 'sized':
    case 'processed':
      return unwrap(node.node);
    case 'optional':
      return { node: unwrap(node.node).node, isMaybeAbsent: true };
    default:
      return { node, isMaybeAbsent: false };
  }
}
