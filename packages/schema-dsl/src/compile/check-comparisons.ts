import { visitNodes } from '../ir/analysis/children.js';
import type { Content } from '../ir/analysis/content.js';
import { contentOf, contentOfNode } from '../ir/analysis/content.js';
import { fieldNode, scalarTypeOfNode } from '../ir/analysis/field-node.js';
import { scalarTypeOf } from '../ir/analysis/scalar-type.js';
import { algorithmName } from '../ir/checksum.js';
import { describeNode } from '../ir/describe-node.js';
import type { BinaryOperator, Expression, ScalarType } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { printExpression } from '../ir/print-expression.js';
import type { FieldIR, SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';

const EQUATIONS: ReadonlySet<Expression['op']> = new Set<BinaryOperator>(['eq', 'ne']);
const OF_SCALARS: ReadonlySet<Expression['op']> = new Set<BinaryOperator>([
  'lt',
  'le',
  'gt',
  'ge',
  'plus',
  'minus',
  'times',
  'div',
]);

/**
 * Values other than scalars are compared by content: with a value of their kind, and as a whole. `path` is where the comparison stands.
 */
export function checkComparison(
  expression: Expression,
  struct: StructIR,
  { structs }: SchemaIR,
  path: string,
): void {
  if (!('left' in expression)) return;
  const refuse = (why: string): never => {
    throw new SchemaError('type-mismatch', path, `${printExpression(expression)}: ${why}`);
  };
  const { left, right } = expression;
  const [one, other] = [left, right].map((side) => contentOf(side, { struct, structs }));
  if (OF_SCALARS.has(expression.op)) {
    for (const side of [left, right]) {
      const content = contentOf(side, { struct, structs });
      if (content !== undefined)
        refuse(
          `${printExpression(side)} is ${noun(content)}, which has no order and no arithmetic; use eq() or ne()`,
        );
    }
  }
  if (!EQUATIONS.has(expression.op)) return;
  const kindOf = (side: Expression, content: Content | undefined): Content | ScalarType | undefined =>
    content ??
    scalarTypeOf(side, (route) => {
      const found = fieldNode(struct, route, structs);
      return found && scalarTypeOfNode(found.node);
    });
  const kinds = [kindOf(left, one), kindOf(right, other)] as const;
  if (one === undefined && other === undefined) return;
  for (const side of [left, right])
    if (isFlat(side, struct, structs))
      refuse(`${printExpression(side)} is merged into the value around it; compare its members`);
  for (const side of [left, right])
    if (side.op === 'field' && isPadding(fieldNode(struct, side.path, structs)?.node))
      refuse(
        `${printExpression(side)} has no value when its bytes all equal the fill, so nothing equals it; use bytes(…) and compare that`,
      );
  const [a, b] = kinds;
  if (a !== undefined && b !== undefined && a !== b && a !== 'kept' && b !== 'kept')
    refuse(`${noun(a)} never equals ${noun(b)}; compare values of the same kind`);
  for (const side of [left, right]) {
    const codec = side.op === 'field' && codecWithin(fieldNode(struct, side.path, structs)?.node, structs);
    if (codec)
      refuse(
        `${printExpression(side)} has values of the custom codec ${codec}, which cannot be compared as a whole; compare parts of them`,
      );
  }
}

const isPadding = (node: NodeIR | undefined): boolean => node?.kind === 'padding' || node?.kind === 'align';

/** The formula of a derived field must have the field's own kind, or no value would ever satisfy the relation. */
export function checkFormula(field: FieldIR, struct: StructIR, ir: SchemaIR, path: string): void {
  if (field.encode === undefined) return;
  const { structs } = ir;
  const self: Expression = { op: 'field', path: [field.name] };
  const { node } = fieldNode(struct, self.path, structs) ?? {};
  const kind = scalarTypeOf(field.encode, (route) => {
    const found = fieldNode(struct, route, structs);
    return found && scalarTypeOfNode(found.node);
  });
  if (node !== undefined && kind !== undefined && contentOfNode(node) === 'object')
    throw new SchemaError(
      'underivable-field',
      path,
      `its value is an object (${describeNode(node)}), but ${printExpression(field.encode)}, which it is derived from, is a ${kind}; derive a field that holds a ${kind}`,
    );
  checkComparison({ op: 'eq', left: self, right: field.encode }, struct, ir, path);
  const held = node && scalarTypeOfNode(node);
  if (held !== undefined && held !== 'string' && kind !== undefined && kind !== held)
    throw new SchemaError(
      'type-mismatch',
      path,
      `it holds a ${held}, but ${printExpression(field.encode)}, which it is derived from, is a ${kind}; derive a field that holds a ${kind}, or derive it from a ${held}`,
    );
  if (node?.kind !== 'enumeration') return;
  if (kind !== undefined && kind !== 'string')
    throw new SchemaError(
      'type-mismatch',
      path,
      `an enumeration holds names, but ${printExpression(field.encode)} is a ${kind}; derive the underlying number instead`,
    );
}

/** Whether an expression is a field whose members are merged into the struct's value. */
function isFlat(expression: Expression, struct: StructIR, structs: SchemaIR['structs']): boolean {
  if (expression.op !== 'field') return false;
  const around = expression.path.slice(0, -1);
  const holder = around.length === 0 ? undefined : fieldNode(struct, around, structs)?.node;
  const { flat } = (holder?.kind === 'struct' ? structs[holder.name] : struct) ?? {};
  return flat !== undefined && flat === expression.path.at(-1);
}

/** The name of a kind of value in messages. */
export function noun(kind: Content | ScalarType): string {
  switch (kind) {
    case 'bytes':
      return kind;
    case 'object':
      return 'an object';
    case 'kept':
      return 'a number with its bytes';
    case 'custom':
      return 'what a codec of its own makes';
    default:
      return `a ${kind}`;
  }
}

/** The custom codec in a node whose values may be anything, if there is one. */
function codecWithin(
  node: NodeIR | undefined,
  structs: SchemaIR['structs'],
  entered: Set<string> = new Set(),
): string | undefined {
  let found: string | undefined;
  if (node === undefined) return undefined;
  visitNodes(node, (inner) => {
    if (inner.kind === 'custom' && inner.type === undefined) found ??= algorithmName(inner.codec);
    if (inner.kind !== 'struct' || entered.has(inner.name)) return;
    entered.add(inner.name);
    for (const field of structs[inner.name]?.fields ?? [])
      if (field.visibility === 'value') found ??= codecWithin(field.node, structs, entered);
  });
  return found;
}
