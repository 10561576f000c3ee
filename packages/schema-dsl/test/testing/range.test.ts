import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from '../../src/testing/constraints/range.js';
import {
  ANY_NUMBER,
  atMost,
  clamp,
  countsIn,
  div,
  either,
  exactly,
  intersect,
  isEmpty,
  minus,
  NOTHING,
  plus,
  times,
} from '../../src/testing/constraints/range.js';

// Small finite ranges, so that every integer in them can be checked.
const range: fc.Arbitrary<Range> = fc
  .tuple(fc.integer({ min: -12, max: 12 }), fc.nat(12), fc.integer({ min: 1, max: 4 }))
  .map(([min, size, step]) => ({ min, max: min + size, step }));
const one = fc.integer({ min: -6, max: 6 }).map(exactly);

function members({ min, max, step }: Range): number[] {
  const all: number[] = [];
  for (let n = min; n <= max; n += step) all.push(n);
  return all;
}

function has({ min, max, step }: Range, n: number): boolean {
  return n >= min && n <= max && (!Number.isFinite(min) || (n - min) % step === 0);
}

describe('arithmetic loses no integers', () => {
  const operations: readonly [
    string,
    (a: Range, b: Range) => Range,
    (a: number, b: number) => number,
    fc.Arbitrary<Range>,
  ][] = [
    ['plus', plus, (a, b) => a + b, range],
    ['minus', minus, (a, b) => a - b, range],
    ['times', times, (a, b) => a * b, one],
    ['div', div, (a, b) => a / b, one],
  ];
  test.each(operations)('%s', (_, onRanges, onNumbers, right) => {
    const property = fc.property(range, right, (a, b) => {
      const result = onRanges(a, b);
      for (const x of members(a)) {
        for (const y of members(b)) {
          const exact = onNumbers(x, y);
          if (Number.isInteger(exact)) expect(has(result, exact)).toBe(true);
        }
      }
    });
    fc.assert(property, { seed: 70 });
  });

  test('either', () => {
    const property = fc.property(range, range, (a, b) => {
      for (const n of [...members(a), ...members(b)]) expect(has(either(a, b), n)).toBe(true);
    });
    fc.assert(property, { seed: 70 });
  });

  test('and adds none for a single integer', () => {
    const property = fc.property(range, one, (a, b) => {
      expect(members(plus(a, b))).toEqual(members(a).map((n) => n + b.min));
      expect(members(times(a, exactly(2)))).toEqual(members(a).map((n) => 2 * n));
    });
    fc.assert(property, { seed: 70 });
  });
});

test('an empty range stays empty, and adds nothing', () => {
  const some = { min: 2, max: 8, step: 3 };
  for (const operation of [plus, minus, times, div]) {
    expect(isEmpty(operation(NOTHING, some))).toBe(true);
    expect(isEmpty(operation(some, NOTHING))).toBe(true);
  }
  expect(either(NOTHING, some)).toEqual(some);
  expect(either(some, NOTHING)).toEqual(some);
});

test('a product with a single integer is symmetric; of two ranges it may be anything', () => {
  const property = fc.property(range, one, (a, b) => {
    expect(times(b, a)).toEqual(times(a, b));
  });
  fc.assert(property, { seed: 70 });
  const some = { min: 2, max: 8, step: 3 };
  expect(times(some, some)).toEqual(ANY_NUMBER);
});

test('sums without a lower bound have no step', () => {
  expect(plus(ANY_NUMBER, { min: 0, max: 8, step: 4 })).toEqual(ANY_NUMBER);
  expect(times(ANY_NUMBER, exactly(4))).toEqual(ANY_NUMBER);
  expect(minus(exactly(9), ANY_NUMBER)).toEqual(ANY_NUMBER);
  expect(atMost(ANY_NUMBER, 7)).toBe(7);
});

test('any number of empty parts fits', () => {
  expect(countsIn({ min: 5, max: 5, step: 1 }, 0)).toEqual({
    min: 0,
    max: Number.POSITIVE_INFINITY,
    step: 1,
  });
});

test('a clamped range has exactly the integers within the bounds', () => {
  const property = fc.property(range, fc.integer({ min: -15, max: 15 }), fc.nat(10), (a, min, size) => {
    // a step of 1 may begin anywhere, so the bound itself is the first
    expect(members(clamp(a, min, min + size))).toEqual(members(a).filter((n) => n >= min && n <= min + size));
  });
  fc.assert(property, { seed: 71 });
});

test('an intersection keeps everything that is in both', () => {
  const property = fc.property(range, range, (a, b) => {
    const both = intersect(a, b);
    for (const n of members(a)) if (has(b, n)) expect(has(both, n)).toBe(true);
  });
  fc.assert(property, { seed: 72 });
});

test('counts are those whose parts fill one of the sizes', () => {
  const property = fc.property(range, fc.integer({ min: 1, max: 5 }), (sizes, unit) => {
    const expected = members(sizes).flatMap((size) => (size >= 0 && size % unit === 0 ? [size / unit] : []));
    const counts = countsIn(sizes, unit);
    if (unit > 1) expect(members(counts)).toEqual(expected);
    if (expected.length === 0 && unit > 1) expect(isEmpty(counts)).toBe(true);
  });
  fc.assert(property, { seed: 73, numRuns: 500 });
});

test('returns the largest integer up to a limit', () => {
  const property = fc.property(range, fc.integer({ min: -20, max: 30 }), (a, limit) => {
    const below = members(a).filter((n) => n <= limit);
    expect(atMost(a, limit)).toBe(below.at(-1) ?? a.min);
  });
  fc.assert(property, { seed: 74 });
});

test('returns an empty range for anything but an integer', () => {
  for (const value of [Number.NaN, 1.5, 2 ** 60, undefined, 'x']) expect(isEmpty(exactly(value))).toBe(true);
  expect(exactly(7n)).toEqual({ min: 7, max: 7, step: 1 });
});
