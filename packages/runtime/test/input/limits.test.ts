import { DEFAULT_LIMITS } from '@bytewright/runtime';
import { resolveLimits } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';

test('the defaults are 256 MiB, 128 levels and 16,777,216 elements, and cannot be changed', () => {
  expect(DEFAULT_LIMITS).toEqual({ inputSize: 268_435_456, depth: 128, elements: 16_777_216 });
  expect(Object.isFrozen(DEFAULT_LIMITS)).toBe(true);
});

test('what is left out has its default, an explicit undefined too', () => {
  expect(resolveLimits(undefined)).toEqual(DEFAULT_LIMITS);
  expect(resolveLimits({})).toEqual(DEFAULT_LIMITS);
  expect(resolveLimits({ depth: 3 })).toEqual({ ...DEFAULT_LIMITS, depth: 3 });
  // callers in JavaScript can write what the type rules out
  const nothingGiven = { inputSize: undefined, depth: undefined, elements: undefined } as object;
  expect(resolveLimits(nothingGiven)).toEqual(DEFAULT_LIMITS);
});

test('zero and Infinity are limits', () => {
  const limits = { inputSize: Number.POSITIVE_INFINITY, depth: 0, elements: 0 };
  expect(resolveLimits(limits)).toEqual(limits);
});

test.each(['inputSize', 'depth', 'elements'])('%s is a number of 0 or more', (name) => {
  for (const limit of [Number.NaN, -1, '10', 10n, {}, true]) {
    // `'length > limit'` is false for NaN: such a limit would bound nothing
    expect(() => resolveLimits({ [name]: limit })).toThrow(TypeError);
    expect(() => resolveLimits({ [name]: limit })).toThrow(name);
  }
});
