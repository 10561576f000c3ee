import type { Expression, ScalarType } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { SchemaIR, StructIR } from '../schema.js';
import type { FieldNode } from './field-node.js';
import { fieldNode, partNode, scalarTypeOfNode } from './field-node.js';
import { scalarTypeOf } from './scalar-type.js';

/** Where an expression stands: what its fields and its element are. */
export interface ExpressionContext {
  readonly struct: StructIR | undefined;
  readonly structs: SchemaIR['structs'];
  /** What the element is that it speaks of, if any. */
  readonly elementNode?: NodeIR;
}

/** The node that a field or an element of an expression is; `undefined` for any other expression. */
export function nodeOf(expression: Expression, context: ExpressionContext): FieldNode | undefined {
  const { struct, structs, elementNode } = context;
  if (expression.op === 'field') return fieldNode(struct, expression.path, structs);
  if (expression.op !== 'element' || elementNode === undefined) return undefined;
  return partNode(unwrap(elementNode), expression.path, structs);
}

/** What a derived field follows from: on encode its formula stands in its place. */
export function formulaOf(expression: Expression, { struct }: ExpressionContext): Expression | undefined {
  if (expression.op !== 'field' || expression.path.length > 1) return undefined;
  return struct?.fields.find(({ name }) => name === expression.path[0])?.encode;
}

/** The type of an expression's value, as far as it shows. */
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
