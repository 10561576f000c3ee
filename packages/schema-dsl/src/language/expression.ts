import { describe } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import type { Constant, Expression } from '../ir/expression.js';
import { toOperandConstant } from '../ir/expression.js';
import { printable } from '../ir/printable.js';
import type { Checksum } from './checksum.js';
import type { Widened } from './literal.js';
import type { VALUE } from './node.js';
import { isNode } from './node.js';
import type { Relation } from './relation.js';

type Scalar = number | bigint | boolean | string;
type Similar<T> = T extends number
  ? number
  : T extends bigint
    ? bigint
    : T extends boolean
      ? boolean
      : string;
type Chosen<T> = T extends string ? T : Similar<T>;

/** A constant or an expression of type `T`; the type is inferred from the other operand. */
export type Operand<T> = NoInfer<T> | Expr<NoInfer<T>>;

/**
 * An expression over a struct's fields and parameters. Its methods build a tree of plain data that can be evaluated,
 * inverted, translated and printed; no user-supplied function is kept.
 *
 * Division is exact: if `a.div(b)` leaves a remainder, decoding and encoding both fail.
 */
export interface Expr<T> {
  readonly [VALUE]: T;
  readonly expression: Expression;
  /** States that this derived field equals `value`: solved for what is unknown, in both directions. */
  is(
    value: Operand<T> | (T extends bigint ? Expr<number> : never) | Checksum<NoInfer<T>>,
    options?: {
      /**
       * How encode computes the field, if not from `value`. Decode checks against both, and so does encode for the result.
       */
      readonly encode: Operand<T> | (T extends bigint ? Expr<number> : never);
    },
  ): Relation;
  /** Equality: structs, lists, bytes and the like compare by content, with floats inside them compared bit by bit. */
  eq(other: Operand<T>): Expr<boolean>;
  ne(other: Operand<T>): Expr<boolean>;
  lt(other: Operand<T>): Expr<boolean>;
  le(other: Operand<T>): Expr<boolean>;
  gt(other: Operand<T>): Expr<boolean>;
  ge(other: Operand<T>): Expr<boolean>;
  plus(other: Operand<T>): Expr<T>;
  minus(other: Operand<T>): Expr<T>;
  times(other: Operand<T>): Expr<T>;
  div(other: Operand<T>): Expr<T>;
  and(this: Expr<boolean>, other: Operand<boolean>): Expr<boolean>;
  or(this: Expr<boolean>, other: Operand<boolean>): Expr<boolean>;
  not(this: Expr<boolean>): Expr<boolean>;
  /** One of two values; strings keep their literal types, so `choose('little', 'big')` is `'little' | 'big'`. */
  choose<const Y extends Scalar, const N extends NoInfer<Similar<Y>>>(
    this: Expr<boolean>,
    yes: Y | Expr<Y>,
    no: N | Expr<N>,
  ): Expr<Chosen<Y> | Chosen<N>>;
  /** A 64-bit value as a number, for sizes and counts. Beyond the safe integers it equals nothing and is not a valid size. */
  toNumber(this: Expr<bigint>): Expr<number>;
  /** The length of a string in characters. */
  size(this: Expr<string>): Expr<number>;
  startsWith(this: Expr<string>, start: Operand<string>): Expr<boolean>;
  /** What follows the last `separator`, or the whole string if there is none. */
  afterLast(this: Expr<string>, separator: string): Expr<string>;
  /** Whether the string matches a linear-time pattern: no groups, no alternation, at most one unbounded repeat. */
  matches(this: Expr<string>, pattern: RegExp): Expr<boolean>;
}

const brand: unique symbol = Symbol.for('@bytewright/schema-dsl/expression') as never;

/** Whether a value is an expression of the language. */
export function isExpr(value: unknown): value is Expr<unknown> {
  return typeof value === 'object' && value !== null && brand in value;
}

/** Whether the right side of a relation is a checksum. */
function isChecksum(value: unknown): value is Checksum<unknown> {
  return typeof value === 'object' && value !== null && 'checksum' in value && !isExpr(value);
}

/** The expression tree of an operand: a constant's or an expression's. */
export function toExpression(operand: unknown): Expression {
  if (isExpr(operand)) return operand.expression;
  if (isNode(operand))
    throw new CallError(
      'type-mismatch',
      'an expression',
      'expected a constant, a field such as $.name or a parameter as the operand, found a node, which describes bytes, not a value; make it a field and use that',
    );
  return { op: 'constant', value: toOperandConstant(operand) };
}

const encodeOf = (options: unknown): Expression | undefined =>
  typeof options === 'object' && options !== null && 'encode' in options
    ? toExpression(options.encode)
    : undefined;

type Methods = Record<string, (...operands: readonly unknown[]) => unknown>;

/** The methods that every expression has, for the tree `self`. */
export function expressionMethods(self: Expression): Methods {
  const binary =
    (
      op:
        | 'eq'
        | 'ne'
        | 'lt'
        | 'le'
        | 'gt'
        | 'ge'
        | 'plus'
        | 'minus'
        | 'times'
        | 'div'
        | 'and'
        | 'or'
        | 'startsWith',
    ) =>
    (other: unknown): unknown =>
      makeExpr({ op, left: self, right: toExpression(other) });
  return {
    is: (other, options) =>
      isChecksum(other)
        ? ({ relation: { kind: 'checksum', target: self, checksum: other.checksum } } satisfies Relation)
        : ({
            relation: { kind: 'is', target: self, value: toExpression(other), encode: encodeOf(options) },
          } satisfies Relation),
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
    not: () => makeExpr({ op: 'not', of: self }),
    choose: (yes, no) => makeExpr({ op: 'choose', when: self, yes: toExpression(yes), no: toExpression(no) }),
    toNumber: () => makeExpr({ op: 'toNumber', of: self }),
    size: () => makeExpr({ op: 'size', of: self }),
    afterLast: (separator) => makeExpr({ op: 'afterLast', of: self, separator: String(separator) }),
    matches: (pattern) => {
      if (!(pattern instanceof RegExp) || pattern.flags !== '')
        throw new CallError(
          'invalid-argument',
          'matches()',
          pattern instanceof RegExp
            ? `expected a regular expression without flags, found ${printable(String(pattern))}; write /${printable(pattern.source)}/`
            : `expected a regular expression, such as /^[a-z]+$/, found ${printable(describe(pattern))}`,
        );
      return makeExpr({ op: 'matches', of: self, pattern: pattern.source });
    },
  };
}

/** Makes an expression from its tree. The caller asserts the static type, as for `makeNode`. */
export function makeExpr<T>(expression: Expression): Expr<T> {
  return Object.freeze({ [brand]: true, expression, ...expressionMethods(expression) }) as unknown as Expr<T>;
}

/** A constant as an expression, to call a method on. */
export function constant<T extends number | bigint | boolean | string>(value: T): Expr<Widened<T>> {
  const data: Constant = toOperandConstant(value);
  return makeExpr({ op: 'constant', value: data });
}
