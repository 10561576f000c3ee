import {
  afterLast,
  computeNumber,
  equalValues,
  exactBigint,
  exactQuotient,
  memberOf,
  normalizeZero,
  safeNumber,
} from '@bytewright/runtime/codec';
import type { BinaryOperator, Expression } from '@bytewright/schema-dsl/ir';
import { constantValue, externalFunction, plainValue } from '@bytewright/schema-dsl/ir';

/** What a compiled expression reads while the parser runs. */
export interface ExpressionScope {
  field(name: string): unknown;
  parameter(name: string): unknown;
  byteLength(name: string): number;
  /** Bytes from the start of the struct to a field. */
  offsetOf(name: string): number;
  /** The element that a condition speaks of. */
  element?(): unknown;
  /** What selects the arm of a union field. */
  selector(name: string): Expression | undefined;
}

/** An expression as a function. What has no exact result is NaN, which is not a size and equals nothing. */
export type Evaluate = () => unknown;

/**
 * Compiles an expression to closures over a scope: the form in which binary-parser takes lengths and tags.
 */
export function compileExpression(expression: Expression, scope: ExpressionScope): Evaluate {
  const compile = (e: Expression): Evaluate => compileExpression(e, scope);
  switch (expression.op) {
    case 'constant': {
      const value = constantValue(expression.value);
      return () => value;
    }
    case 'field': {
      const [name = '', ...members] = expression.path;
      return () => plainValue(members.reduce(memberOf, scope.field(name)), expression.plain);
    }
    case 'element':
      return () => plainValue(expression.path.reduce(memberOf, scope.element?.()), expression.plain);
    case 'parameter':
      return () => scope.parameter(expression.name);
    case 'byteLength':
      return () => scope.byteLength(expression.field);
    case 'offsetOf':
      return () => scope.offsetOf(expression.field);
    case 'count':
      return () => memberOf(scope.field(expression.field), 'length');
    case 'present':
      return () => scope.field(expression.field) !== undefined;
    case 'tagOf': {
      const selector = scope.selector(expression.field);
      return selector === undefined ? () => undefined : compile(selector);
    }
    case 'not': {
      const of = compile(expression.of);
      return () => !of();
    }
    case 'toNumber': {
      const of = compile(expression.of);
      return () => safeNumber(of() as number | bigint); // the language's types see to it
    }
    case 'toBigint': {
      const of = compile(expression.of);
      return () => exactBigint(of() as number); // likewise
    }
    case 'size': {
      const of = compile(expression.of);
      return () => {
        const text = of();
        return typeof text === 'string' ? text.length : Number.NaN;
      };
    }
    case 'afterLast': {
      const of = compile(expression.of);
      return () => afterLast(of() as string | undefined, expression.separator); // likewise
    }
    case 'call': {
      const called = externalFunction(expression.function);
      const of = compile(expression.of);
      return () => {
        const value = of();
        // the function says no if it is something else
        return value === undefined ? Number.NaN : computeNumber(called, value as never);
      };
    }
    case 'matches': {
      const of = compile(expression.of);
      const pattern = new RegExp(expression.pattern);
      return () => {
        const text = of();
        return typeof text === 'string' && pattern.test(text);
      };
    }
    case 'choose': {
      const [when, yes, no] = [compile(expression.when), compile(expression.yes), compile(expression.no)];
      return () => (when() ? yes() : no());
    }
    case 'and': {
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return () => Boolean(left()) && Boolean(right());
    }
    case 'or': {
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return () => Boolean(left()) || Boolean(right());
    }
    default: {
      const [left, right] = [compile(expression.left), compile(expression.right)];
      const apply = OPERATIONS[expression.op];
      // both operands have one type, by the language's types: numbers stand for bigints and strings too
      return () => apply(left() as number, right() as number);
    }
  }
}

const OPERATIONS: {
  readonly [O in Exclude<BinaryOperator, 'and' | 'or'>]: (left: number, right: number) => unknown;
} = {
  eq: (left, right) => isSame(left, right),
  ne: (left, right) => !isSame(left, right),
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  plus: (left, right) => exact(() => left + right),
  minus: (left, right) => exact(() => left - right),
  times: (left, right) => exact(() => left * right),
  div: exactQuotient,
  startsWith: (left: unknown, right: unknown) =>
    typeof left === 'string' && typeof right === 'string' && left.startsWith(right),
};

/** Whether values are equal: what is not a scalar by its content, what is absent only where both are. */
function isSame(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === 'object' && equalValues(left, right));
}

/** NaN beside a bigint is a TypeError; here it stays NaN. No result is -0. */
function exact(compute: () => number | bigint): number | bigint {
  try {
    const result = compute();
    return typeof result === 'number' ? normalizeZero(result) : result;
  } catch {
    return Number.NaN;
  }
}
