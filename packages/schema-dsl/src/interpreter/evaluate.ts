import { computeNumber, equalValues, isStackOverflow, normalizeZero } from '@bytewright/runtime/codec';
import type { BinaryOperator, Expression } from '../ir/expression.js';
import { constantValue } from '../ir/expression.js';
import { plainValue } from '../ir/plain-value.js';
import { externalFunction } from '../language/external.js';
import type { Scope } from './scope.js';

/** The value of an expression. Never throws: a result that is not exact is NaN. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.op) {
    case 'constant':
      return constantValue(expression.value);
    case 'field':
      return plainValue(
        member(scope.field(expression.path[0] as string), expression.path.slice(1)), // a path has at least one step
        expression.plain,
      );
    case 'element':
      return plainValue(member(scope.element, expression.path), expression.plain);
    case 'parameter':
      return scope.environment.get(expression.name);
    case 'byteLength':
      return scope.byteLength(expression.field);
    case 'offsetOf':
      return scope.offsetOf(expression.field);
    case 'count':
      return (scope.field(expression.field) as { length?: number } | undefined)?.length;
    case 'present':
      return scope.field(expression.field) !== undefined;
    case 'tagOf':
      return scope.tagOf(expression.field);
    case 'not':
      return !evaluate(expression.of, scope);
    case 'toNumber': {
      const value = Number(evaluate(expression.of, scope));
      return Number.isSafeInteger(value) ? value : Number.NaN;
    }
    case 'toBigint': {
      const value = evaluate(expression.of, scope);
      return Number.isSafeInteger(value) ? BigInt(value as number) : Number.NaN;
    }
    case 'size': {
      const text = evaluate(expression.of, scope);
      return typeof text === 'string' ? text.length : Number.NaN;
    }
    case 'afterLast': {
      const text = evaluate(expression.of, scope);
      if (typeof text !== 'string') return undefined;
      const at = text.lastIndexOf(expression.separator);
      return at < 0 ? text : text.slice(at + expression.separator.length);
    }
    case 'matches': {
      const text = evaluate(expression.of, scope);
      return typeof text === 'string' && new RegExp(expression.pattern).test(text);
    }
    case 'call':
      return computeNumber(externalFunction(expression.function), evaluate(expression.of, scope));
    case 'choose':
      return evaluate(evaluate(expression.when, scope) ? expression.yes : expression.no, scope);
    case 'and':
      return Boolean(evaluate(expression.left, scope)) && Boolean(evaluate(expression.right, scope));
    case 'or':
      return Boolean(evaluate(expression.left, scope)) || Boolean(evaluate(expression.right, scope));
    case 'eq':
    case 'ne': {
      const [left, right] = [evaluate(expression.left, scope), evaluate(expression.right, scope)];
      return isSame(left, right, expression, scope) === (expression.op === 'eq');
    }
    default:
      return apply(expression.op, evaluate(expression.left, scope), evaluate(expression.right, scope));
  }
}

/** The members of a value: the types of the language and earlier checks guarantee that it has them. */
type Members = Readonly<Record<string, unknown>>;

function member(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((v, name) => (v as Members | null | undefined)?.[name], value);
}

// The operands have the same type (guaranteed by the language's types), so `number` stands for bigints and strings here too.
function apply(
  op: Exclude<BinaryOperator, 'and' | 'or' | 'eq' | 'ne'>,
  left: unknown,
  right: unknown,
): unknown {
  const a = left as number;
  const b = right as number;
  switch (op) {
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'startsWith':
      return typeof left === 'string' && typeof right === 'string' && left.startsWith(right);
    case 'plus':
      return exact(() => a + b);
    case 'minus':
      return exact(() => a - b);
    case 'times':
      return exact(() => a * b);
    case 'div':
      return exactQuotient(left, right);
  }
}

/** Whether values are equal: non-scalars by content, absent ones only if both are. */
function isSame(left: unknown, right: unknown, equation: Expression, scope: Scope): boolean {
  // the same object on both sides is not necessarily equal to itself
  return typeof left === 'object'
    ? equalValues(left, right, scope.keysNotCompared(equation))
    : left === right;
}

/** NaN instead of an exception, such as NaN among bigints would throw, and 0 instead of -0. */
function exact(compute: () => number | bigint): unknown {
  try {
    return normalizeZero(compute() as number); // a bigint is unchanged
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    return Number.NaN;
  }
}

function exactQuotient(left: unknown, right: unknown): unknown {
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    return right !== 0n && left % right === 0n ? left / right : Number.NaN;
  }
  const a = Number(left);
  const b = Number(right);
  return a % b === 0 ? normalizeZero(a / b) : Number.NaN; // a % 0 is NaN
}
