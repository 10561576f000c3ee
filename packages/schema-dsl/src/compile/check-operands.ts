import { fieldNode, scalarTypeOfNode } from '../ir/analysis/field-node.js';
import { scalarTypeOf } from '../ir/analysis/scalar-type.js';
import type { BinaryOperator, Expression, ScalarType } from '../ir/expression.js';
import { constantValue } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { printExpression } from '../ir/print-expression.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { checkTruth } from './check-truth.js';

const ARITHMETIC: ReadonlySet<Expression['op']> = new Set<BinaryOperator>(['plus', 'minus', 'times', 'div']);
const ORDERS: ReadonlySet<Expression['op']> = new Set<BinaryOperator>(['lt', 'le', 'gt', 'ge']);

/** The name of each text operation in the language. */
const OF_TEXT = {
  size: 'size()',
  afterLast: 'afterLast()',
  matches: 'matches()',
};

/**
 * Scalar operands must have matching types: JavaScript compares a bigint and a number as unequal, and throws when it adds
 * them. `path` is where the expression stands. Operands of unknown type are not checked.
 */
export function checkOperands(expression: Expression, struct: StructIR, ir: SchemaIR, path: string): void {
  const typeOf = (e: Expression): ScalarType | undefined => typeIn(e, struct, ir);
  const refuse = (why: string): never => {
    throw new SchemaError('type-mismatch', path, `${printExpression(expression)}: ${why}`);
  };
  switch (expression.op) {
    case 'and':
    case 'or':
    case 'not':
      checkTruth(expression, struct, ir, path);
      return;
    case 'choose':
      checkTruth(expression.when, struct, ir, path);
      checkAlike(expression.yes, expression.no, typeOf, refuse);
      return;
    case 'size':
    case 'afterLast':
    case 'matches': {
      const { of } = expression;
      const type = typeOf(of);
      if (type !== undefined && type !== 'string')
        refuse(
          `${OF_TEXT[expression.op]} applies to text, but ${printExpression(of)} is a ${type}; use text, or remove it`,
        );
      return;
    }
    case 'toNumber': {
      const type = typeOf(expression.of);
      if (type === 'string' || type === 'boolean')
        refuse(
          `toNumber() applies to a bigint, but ${printExpression(expression.of)} is a ${type}; remove it`,
        );
      return;
    }
    default:
  }
  if (!('left' in expression)) return;
  for (const side of [expression.left, expression.right]) {
    const type = typeOf(side);
    if (ARITHMETIC.has(expression.op) && (type === 'string' || type === 'boolean'))
      refuse(`${printExpression(side)} is a ${type}, which has no arithmetic; use a number`);
    if (ORDERS.has(expression.op) && type === 'boolean')
      refuse(`${printExpression(side)} is a boolean, which has no order; use eq() or ne()`);
  }
  const { left, right } = expression;
  const texts = expression.op === 'startsWith' ? typeOf(left) : undefined;
  if (texts !== undefined && texts !== 'string')
    refuse(`startsWith() applies to text, but ${printExpression(left)} is a ${texts}; use text, or eq()`);
  // comparisons with an enumeration are checked elsewhere, where its members are known
  if (isMemberOf(left, right, struct, ir) || isMemberOf(right, left, struct, ir)) return;
  checkAlike(left, right, typeOf, refuse);
}

function isMemberOf(value: Expression, of: Expression, struct: StructIR, { structs }: SchemaIR): boolean {
  const isField = value.op === 'constant' && of.op === 'field';
  return isField && fieldNode(struct, of.path, structs)?.node.kind === 'enumeration';
}

function checkAlike(
  left: Expression,
  right: Expression,
  typeOf: (expression: Expression) => ScalarType | undefined,
  refuse: (why: string) => never,
): void {
  const [one, other] = [typeOf(left), typeOf(right)];
  if (one === undefined || other === undefined || one === other) return;
  const what = `${written(left)} is a ${one}, but ${written(right)} is a ${other}`;
  refuse(`${what}; ${cureOf(left, one, right, other)}`);
}

/** An expression as messages print it, except that bigints are distinguished from numbers. */
function written(expression: Expression): string {
  const value = expression.op === 'constant' ? constantValue(expression.value) : undefined;
  return typeof value === 'bigint' ? `${value}n` : printExpression(expression);
}

function cureOf(left: Expression, one: ScalarType, right: Expression, other: ScalarType): string {
  const areNumbers = [one, other].every((type) => type === 'number' || type === 'bigint');
  if (!areNumbers) return 'use operands of the same type';
  for (const [side, type] of [
    [right, other],
    [left, one],
  ] as const) {
    const value = side.op === 'constant' ? constantValue(side.value) : undefined;
    if (value !== undefined) return type === 'number' ? `write ${String(value)}n` : `write ${String(value)}`;
  }
  return `write ${printExpression(one === 'bigint' ? left : right)}.toNumber()`;
}

/** Sizes and offsets of a node that are expressions must be numbers. */
export function checkSizes(node: NodeIR, struct: StructIR, ir: SchemaIR, path: string): void {
  for (const [what, size] of sizesOf(node)) {
    const type = typeIn(size, struct, ir);
    if (type === undefined || type === 'number') continue;
    const said = printExpression(size);
    throw new SchemaError(
      'type-mismatch',
      path,
      `its ${what} is ${said}, a ${type}, but ${what}s are numbers; ${type === 'bigint' ? `write ${said}.toNumber()` : 'use a number'}`,
    );
  }
}

function sizesOf(node: NodeIR): readonly (readonly [what: 'size' | 'count' | 'offset', size: Expression])[] {
  switch (node.kind) {
    case 'bytes':
    case 'string':
    case 'list': {
      const what = node.kind === 'list' ? 'count' : 'size';
      const { extent } = node;
      if (extent.kind === 'expression') return [[what, extent.size]];
      return extent.kind === 'padded' && extent.size.kind === 'expression' ? [[what, extent.size.size]] : [];
    }
    case 'sized':
    case 'padding':
      return node.size.kind === 'expression' ? [['size', node.size.size]] : [];
    case 'at':
      return [['offset', node.offset]];
    default:
      return [];
  }
}

function typeIn(expression: Expression, struct: StructIR, { structs }: SchemaIR): ScalarType | undefined {
  return scalarTypeOf(expression, (route) => {
    const found = fieldNode(struct, route, structs);
    return found && scalarTypeOfNode(found.node);
  });
}
