import type {
  BinaryOperator,
  BindingIR,
  Expression,
  FieldExpression,
  PlainOf,
} from '@bytewright/schema-dsl/ir';
import { constant, externalName, scalarType } from './constants.js';
import { leftOut, record, variant } from './record.js';
import type { Shape } from './shape.js';
import { later, listOf, oneOf, text } from './shape.js';

type Operator = Expression['op'];
type Operation<O extends Operator> = Extract<Expression, { op: O }>;

const operand: Shape<Expression> = later(() => expression);
const path = listOf(text);
const plainOf: Shape<PlainOf> = oneOf(['varint', 'boolean', 'float']);

function binary(op: BinaryOperator): Shape<Expression> {
  return record<{ readonly op: BinaryOperator; readonly left: Expression; readonly right: Expression }>({
    op: oneOf([op]),
    left: operand,
    right: operand,
  });
}

type UnaryOperator = 'not' | 'size' | 'toNumber' | 'toBigint';

function unary(op: UnaryOperator): Shape<Expression> {
  return record<{ readonly op: UnaryOperator; readonly of: Expression }>({ op: oneOf([op]), of: operand });
}

type Question = 'byteLength' | 'count' | 'present' | 'tagOf';

function ofField(op: Question): Shape<Expression> {
  return record<{ readonly op: Question; readonly field: string }>({ op: oneOf([op]), field: text });
}

/** A field, or one further in. */
export const fieldExpression: Shape<FieldExpression> = record<FieldExpression>({
  op: oneOf(['field']),
  path,
  plain: leftOut(plainOf),
});

const operations: Readonly<Record<Operator, Shape<Expression>>> = {
  constant: record<Operation<'constant'>>({ op: oneOf(['constant']), value: constant }),
  field: fieldExpression,
  parameter: record<Operation<'parameter'>>({
    op: oneOf(['parameter']),
    name: text,
    type: scalarType,
    values: leftOut(path),
    default: leftOut(constant),
    candidates: leftOut(listOf(constant)),
  }),
  eq: binary('eq'),
  ne: binary('ne'),
  lt: binary('lt'),
  le: binary('le'),
  gt: binary('gt'),
  ge: binary('ge'),
  plus: binary('plus'),
  minus: binary('minus'),
  times: binary('times'),
  div: binary('div'),
  and: binary('and'),
  or: binary('or'),
  startsWith: binary('startsWith'),
  not: unary('not'),
  size: unary('size'),
  toNumber: unary('toNumber'),
  toBigint: unary('toBigint'),
  choose: record<Operation<'choose'>>({ op: oneOf(['choose']), when: operand, yes: operand, no: operand }),
  afterLast: record<Operation<'afterLast'>>({ op: oneOf(['afterLast']), of: operand, separator: text }),
  call: record<Operation<'call'>>({ op: oneOf(['call']), function: externalName, of: operand }),
  matches: record<Operation<'matches'>>({ op: oneOf(['matches']), of: operand, pattern: text }),
  byteLength: ofField('byteLength'),
  count: ofField('count'),
  present: ofField('present'),
  tagOf: ofField('tagOf'),
  offsetOf: record<Operation<'offsetOf'>>({ op: oneOf(['offsetOf']), field: text }),
  element: record<Operation<'element'>>({ op: oneOf(['element']), path, plain: leftOut(plainOf) }),
};

/** An expression tree. */
export const expression: Shape<Expression> = variant('op', operations);

/** What gives a parameter its value. */
export const binding: Shape<BindingIR> = record<BindingIR>({ parameter: text, value: operand });
