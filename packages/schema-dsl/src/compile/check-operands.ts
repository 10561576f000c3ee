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

/** What an operation on texts is called in the language. */
const OF_TEXT = {
  size: 'size()',
  afterLast: 'afterLast()',
  matches: 'matches()',
};

/**
 * Scalars go together as their types do: JavaScript compares a bigint and a number to false, and adds them by throwing.
 * `path` is that of who asks. Types that do not show are not looked at.
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
          `${OF_TEXT[expression.op]} is of a text, and ${printExpression(of)} is a ${type}; use a text, or leave it out`,
        );
      return;
    }
    case 'toNumber': {
      const type = typeOf(expression.of);
      if (type === 'string' || type === 'boolean')
        refuse(`toNumber() is of a bigint, and ${printExpression(expression.of)} is a ${type}; leave it out`);
      return;
    }
    default:
  }
  if (!('left' in expression)) return;
  for (const side of [expression.left, expression.right]) {
    const type = typeOf(side);
    if (ARITHMETIC.has(expression.op) && (type === 'string' || type === 'boolean'))
      refuse(`${printExpression(side)} is a ${type}, which cannot be computed with; use a number`);
    if (ORDERS.has(expression.op) && type === 'boolean')
      refuse(`${printExpression(side)} is a boolean, which has no order; use eq() or ne()`);
  }
  const { left, right } = expression;
  const texts = expression.op === 'startsWith' ? typeOf(left) : undefined;
  if (texts !== undefined && texts !== 'string')
    refuse(`startsWith() is of a text, and ${printExpression(left)} is a ${texts}; use a text, or eq()`);
  // what an enumeration is compared with is looked at where its members are known
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
  const what = `${written(left)} is a ${one}, and ${written(right)} is a ${other}`;
  refuse(`${what}; ${cureOf(left, one, right, other)}`);
}

/** An expression as messages print it, but for bigints, which are told from numbers. */
function written(expression: Expression): string {
  const value = expression.op === 'constant' ? constantValue(expression.value) : undefined;
  return typeof value === 'bigint' ? `${value}n` : printExpression(expression);
}

function cureOf(left: Expression, one: ScalarType, right: Expression, other: ScalarType): string {
  const areNumbers = [one, other].every((type) => type === 'number' || type === 'bigint');
  if (!areNumbers) return 'use two of one type';
  for (const [side, type] of [
    [right, other],
    [left, one],
  ] as const) {
    const value = side.op === 'constant' ? constantValue(side.value) : undefined;
    if (value !== undefined) return type === 'number' ? `write ${String(value)}n` : `write ${String(value)}`;
  }
  return `write ${printExpression(one === 'bigint' ? left : right)}.toNumber()`;
}

/** Sizes and offsets of a node, as far as expressions give them: all are numbers. */
export function checkSizes(node: NodeIR, struct: StructIR, ir: SchemaIR, path: string): void {
  for (const [what, size] of sizesOf(node)) {
    const type = typeIn(size, struct, ir);
    if (type === undefined || type === 'number') continue;
    const said = printExpression(size);
    throw new SchemaError(
      'type-mismatch',
      path,
      `its ${what} is ${said}, a ${type}, and ${what}s are numbers; ${type === 'bigint' ? `write ${said}.toNumber()` : 'use a number'}`,
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
