import type { Syntax } from './parse-condition.js';
import { parseCondition } from './parse-condition.js';
import { Unconverted } from './unconverted.js';

/** Numbers from one to another, both included. */
export interface Interval {
  readonly from: bigint;
  readonly to: bigint;
}

/** The numbers up to `max` for which a condition on `value` holds, in order. */
export function tagSet(when: string, max: bigint): readonly Interval[] {
  return solve(parseCondition(when), max);
}

function solve(condition: Syntax, max: bigint): readonly Interval[] {
  if (condition.op === 'number' || condition.op === 'text' || condition.op === 'path') throw notOfValue();
  const { op, left, right } = condition;
  if (op === '||') {
    const first = solve(left, max);
    return [...first, ...without(solve(right, max), first)];
  }
  if (op === '&&') {
    const second = solve(right, max);
    return without(second, without([{ from: 0n, to: max }], solve(left, max)));
  }
  if (left.op !== 'path' || left.path !== 'value' || right.op !== 'number') throw notOfValue();
  const n = right.value;
  const all = [{ from: 0n, to: max }];
  const equal = n <= max ? [{ from: n, to: n }] : [];
  const below = n > 0n ? [{ from: 0n, to: n - 1n < max ? n - 1n : max }] : [];
  switch (op) {
    case '==':
      return equal;
    case '!=':
      return without(all, equal);
    case '<':
      return below;
    case '<=':
      return [...below, ...equal];
    case '>':
      return without(all, [...below, ...equal]);
    case '>=':
      return without(all, below);
    default:
      throw notOfValue();
  }
}

const notOfValue = (): Unconverted =>
  new Unconverted('alternatives', 'a condition that is not about value alone');

/** What is in some intervals and in none of others. */
export function without(some: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  return others.reduce<readonly Interval[]>(
    (left, { from, to }) =>
      left.flatMap((interval) => [
        ...(interval.from < from
          ? [{ from: interval.from, to: interval.to < from ? interval.to : from - 1n }]
          : []),
        ...(interval.to > to
          ? [{ from: interval.from > to ? interval.from : to + 1n, to: interval.to }]
          : []),
      ]),
    some,
  );
}
