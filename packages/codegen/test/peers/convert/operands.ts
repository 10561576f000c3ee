import type { Expr } from '@bytewright/schema-dsl';
import type { Frame, Plan } from './frame.js';
import { locate } from './frame.js';
import type { Syntax } from './parse-condition.js';
import { parsePath } from './parse-path.js';
import { carry, common, pathTo } from './refer.js';
import { bitName } from './scalars.js';
import type { Lazy, References, StructBuilder } from './struct-builder.js';
import { fieldAt } from './struct-builder.js';
import { Unconverted } from './unconverted.js';

/** An expression with its type. */
export type Operand =
  | { readonly type: 'number'; readonly of: Lazy<number> }
  | { readonly type: 'bigint'; readonly of: Lazy<bigint> }
  | { readonly type: 'boolean'; readonly of: Lazy<boolean> }
  | { readonly type: 'string'; readonly of: Lazy<string> }
  | { readonly type: 'constant'; readonly value: bigint | string };

/** What became of the field that a path of a frame leads to; it has been read by now. */
export function planOf(frame: Frame, text: string): Plan {
  const found = locate(frame, parsePath(text));
  const plan = found.frame.plans.get(found.name);
  if (plan === undefined) throw new Unconverted('references', `${text}, which lies further on`);
  return plan;
}

/** A reference to a field, as a struct sees it. */
export function refer<T>(
  plan: Plan,
  user: StructBuilder,
  type: 'number' | 'bigint' | 'boolean' | 'string',
  use = ($: References, path: readonly string[]): Expr<unknown> => fieldAt($, path),
): Lazy<T> {
  const top = common(plan.builder, user);
  const path = top && pathTo(top, plan.builder);
  if (top === undefined || path === undefined)
    throw new Unconverted('references', `to ${plan.slot}, which lies in a list or an alternative`);
  // what the field's definition says that it is
  return carry(($) => use($, [...path, plan.slot]) as Expr<T>, top, user, type);
}

/** A path as an operand. */
export function operandOf(frame: Frame, text: string, user: StructBuilder): Operand {
  const plan = planOf(frame, text);
  switch (plan.scalar) {
    case 'number':
      return { type: 'number', of: refer(plan, user, 'number') };
    case 'bigint':
      return { type: 'bigint', of: refer(plan, user, 'bigint') };
    case 'boolean':
      return { type: 'boolean', of: refer(plan, user, 'boolean') };
    case 'string':
      return { type: 'string', of: refer(plan, user, 'string') };
    default:
      throw new Unconverted('expressions', `${text}, which is not a number, text or boolean`);
  }
}

/** A size or a count by an expression of theirs. */
export function sizeBy(frame: Frame, syntax: Syntax, user: StructBuilder): Lazy<number> {
  const operand = translate(frame, syntax, user);
  if (operand.type === 'number') return operand.of;
  if (operand.type === 'bigint') return ($) => operand.of($).toNumber();
  throw new Unconverted('expressions', 'a size that is not a number');
}

/** A condition by an expression of theirs. */
export function conditionBy(frame: Frame, syntax: Syntax, user: StructBuilder): Lazy<boolean> {
  const operand = translate(frame, syntax, user);
  switch (operand.type) {
    case 'boolean':
      return operand.of;
    case 'number':
      return ($) => operand.of($).ne(0);
    case 'bigint':
      return ($) => operand.of($).ne(0n);
    default:
      throw new Unconverted('expressions', 'a text as a condition');
  }
}

const COMPARISONS = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
const ARITHMETIC = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'div' } as const;

function translate(frame: Frame, syntax: Syntax, user: StructBuilder): Operand {
  switch (syntax.op) {
    case 'number':
    case 'text':
      return { type: 'constant', value: syntax.value };
    case 'path':
      return operandOf(frame, syntax.path, user);
    case '&&':
    case '||': {
      const left = conditionBy(frame, syntax.left, user);
      const right = conditionBy(frame, syntax.right, user);
      const { op } = syntax;
      return { type: 'boolean', of: ($) => (op === '&&' ? left($).and(right($)) : left($).or(right($))) };
    }
    case '&':
      return { type: 'boolean', of: anyBit(frame, syntax.left, syntax.right, user) };
    case '+':
    case '-':
    case '*':
    case '/': {
      const method = ARITHMETIC[syntax.op];
      const left = translate(frame, syntax.left, user);
      const right = translate(frame, syntax.right, user);
      if (left.type !== 'number')
        throw new Unconverted('expressions', 'arithmetic that begins with no field');
      const second = numberIn(right);
      return { type: 'number', of: ($) => left.of($)[method](second($)) };
    }
    default:
      return { type: 'boolean', of: compare(frame, syntax, user) };
  }
}

function compare(
  frame: Frame,
  syntax: Extract<Syntax, { readonly left: Syntax }>,
  user: StructBuilder,
): Lazy<boolean> {
  const { left: first, right: second, op } = syntax;
  const method = COMPARISONS[op as keyof typeof COMPARISONS]; // the other operators are dealt with
  if (first.op === '&') {
    const wanted = second.op === 'number' ? second.value : undefined;
    const mask = first.right.op === 'number' ? first.right.value : undefined;
    const bits = anyBit(frame, first.left, first.right, user);
    const isOne = mask !== undefined && (mask & (mask - 1n)) === 0n;
    if ((op === '!=' && wanted === 0n) || (op === '==' && isOne && wanted === mask)) return bits;
    if (op === '==' && wanted === 0n) return ($) => bits($).not();
    throw new Unconverted('expressions', 'a comparison of several bits');
  }
  const left = translate(frame, first, user);
  const right = translate(frame, second, user);
  switch (left.type) {
    case 'number': {
      const other = numberIn(right);
      return ($) => left.of($)[method](other($));
    }
    case 'bigint':
      if (right.type === 'constant' && typeof right.value === 'bigint') {
        const { value } = right;
        return ($) => left.of($)[method](value);
      }
      break;
    case 'string':
      if (right.type === 'constant' && typeof right.value === 'string') {
        const { value } = right;
        return ($) => left.of($)[method](value);
      }
      break;
  }
  throw new Unconverted('expressions', 'a comparison of two kinds of values');
}

/** A number, or the expression of one, as an operand. */
function numberIn(operand: Operand): ($: References) => number | Expr<number> {
  if (operand.type === 'number') return operand.of;
  const value = operand.type === 'constant' ? Number(operand.value) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new Unconverted('expressions', 'an operand that is not a number');
  return () => value;
}

/** Whether one of the bits of a mask is set. */
function anyBit(frame: Frame, of: Syntax, mask: Syntax, user: StructBuilder): Lazy<boolean> {
  if (of.op !== 'path' || mask.op !== 'number' || mask.value === 0n)
    throw new Unconverted('expressions', 'bits of something other than a field');
  const plan = planOf(frame, of.path);
  if (plan.scalar !== 'flags') throw new Unconverted('expressions', `bits of ${of.path}`);
  const names = [...mask.value.toString(2)]
    .reverse()
    .flatMap((digit, bit) => (digit === '1' ? [bitName(bit)] : []));
  return refer<boolean>(plan, user, 'boolean', ($, path) =>
    names
      .map((name) => fieldAt($, [...path, name]) as unknown as Expr<boolean>) // a flag
      .reduce((left, right) => left.or(right)),
  );
}
