import { describe, hexOf } from '@bytewright/runtime/codec';
import { CallError } from './call-error.js';
import type { ExternalIR } from './external.js';
import { printable } from './printable.js';

/** A constant as data that survives JSON: bigints and bytes are wrapped. */
export type Constant = number | string | boolean | { readonly bigint: string } | { readonly hex: string };

/** The run-time value of a constant. */
export type ConstantValue = number | string | boolean | bigint | Uint8Array;

/** The TypeScript types that an expression over fields can have. */
export type ScalarType = 'number' | 'bigint' | 'boolean' | 'string';

/** Operators with two operands. `div` is exact. `and` and `or` short-circuit. */
export type BinaryOperator =
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
  | 'startsWith';

/**
 * An expression tree: plain data over the fields of one struct (`field` paths start there) and parameters.
 * Arithmetic that has no exact result (a remainder, a bigint beyond the safe integers) gives NaN, which equals
 * nothing and is not a valid size; so does a `call` of a user-supplied function that returns no safe integer. It never gives
 * -0. An absent field equals only another absent one, and is neither less nor greater than anything. `byteLength`, `count`,
 * `present`, `tagOf` and `offsetOf` refer to a field rather than to its value. `element` is a member of a list element: the
 * one that a repeated part belongs to, or that a condition on elements is about.
 */
export type Expression =
  | { readonly op: 'constant'; readonly value: Constant }
  | { readonly op: 'field'; readonly path: readonly string[]; readonly plain?: PlainOf }
  | {
      readonly op: 'parameter';
      readonly name: string;
      readonly type: ScalarType;
      /** The possible strings, if not all are. */
      readonly values?: readonly string[];
      /** Its value if nothing above binds it. */
      readonly default?: Constant;
      /** The values that a root tries in turn if nothing binds it, the default first: nothing on the wire tells them apart. */
      readonly candidates?: readonly Constant[];
    }
  | { readonly op: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'not' | 'size' | 'toNumber' | 'toBigint'; readonly of: Expression }
  | { readonly op: 'choose'; readonly when: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly op: 'afterLast'; readonly of: Expression; readonly separator: string }
  | { readonly op: 'call'; readonly function: ExternalIR; readonly of: Expression }
  | { readonly op: 'matches'; readonly of: Expression; readonly pattern: string }
  | { readonly op: 'byteLength' | 'count' | 'present' | 'tagOf'; readonly field: string }
  | { readonly op: 'offsetOf'; readonly field: string }
  | { readonly op: 'element'; readonly path: readonly string[]; readonly plain?: PlainOf };

/**
 * The kind of a field that keeps more than its value, of which a relation sees the value alone: the integer of a padded
 * integer, `true` for a byte that is not a bool, NaN for a NaN with a payload.
 */
export type PlainOf = 'varint' | 'boolean' | 'float';

/** A field of the struct, or of a nested one. */
export type FieldExpression = Extract<Expression, { op: 'field' }>;

/** Gives a parameter a value for everything below a node. */
export interface BindingIR {
  readonly parameter: string;
  readonly value: Expression;
}

/**
 * Turns a run-time constant into data.
 *
 * @throws SchemaError for anything that cannot be a constant of a schema
 */
export function toConstant(value: unknown): Constant {
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (value instanceof Uint8Array) return { hex: hexOf(value) };
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new CallError(
    'invalid-constant',
    'a constant',
    `expected a number, bigint, string, boolean or bytes, found ${printable(describe(value))}; use one of these`,
  );
}

/**
 * Like `toConstant`, for operands of comparisons and arithmetic. NaN, the infinities and -0 do not survive JSON, and every
 * schema's IR must.
 */
export function toOperandConstant(value: unknown): Constant {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    throw new CallError(
      'invalid-constant',
      'a constant',
      `expected a number that JSON can represent, found ${describe(value)}; use a finite number other than -0`,
    );
  return toConstant(value);
}

/** The run-time value of a constant. Bytes are a fresh array. */
export function constantValue(constant: Constant): ConstantValue {
  if (typeof constant !== 'object') return constant;
  if ('bigint' in constant) return BigInt(constant.bigint);
  return Uint8Array.from(hexBytes(constant.hex));
}

/** The bytes represented by pairs of hexadecimal digits. */
export function hexBytes(hex: string): readonly number[] {
  return Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The operands of an expression, for folds that treat most operators alike. */
export function operands(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'constant':
    case 'field':
    case 'parameter':
    case 'byteLength':
    case 'count':
    case 'present':
    case 'tagOf':
    case 'offsetOf':
    case 'element':
      return [];
    case 'not':
    case 'size':
    case 'toNumber':
    case 'toBigint':
    case 'afterLast':
    case 'matches':
    case 'call':
      return [expression.of];
    case 'choose':
      return [expression.when, expression.yes, expression.no];
    default:
      return [expression.left, expression.right];
  }
}

/** The struct fields whose values or sizes an expression uses: the head of each path. */
export function fieldsOf(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.op === 'field' && e.path[0] !== undefined) found.add(e.path[0]);
    if (e.op === 'byteLength' || e.op === 'count' || e.op === 'present' || e.op === 'tagOf')
      found.add(e.field);
    for (const operand of operands(e)) visit(operand);
  };
  visit(expression);
  return found;
}

/** The fields whose offsets an expression uses. */
export function offsetsIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.op === 'offsetOf') found.add(e.field);
    for (const operand of operands(e)) visit(operand);
  };
  visit(expression);
  return found;
}

/** The unions whose tags an expression speaks of. */
export function tagsIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.op === 'tagOf') found.add(e.field);
    for (const operand of operands(e)) visit(operand);
  };
  visit(expression);
  return found;
}

/** The parameters that an expression reads. */
export function parametersOf(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.op === 'parameter') found.add(e.name);
    for (const operand of operands(e)) visit(operand);
  };
  visit(expression);
  return found;
}
