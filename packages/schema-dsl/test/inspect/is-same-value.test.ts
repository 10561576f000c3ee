import { expect, test } from 'vitest';
import { isSameValue } from '../../src/inspect/fields/is-same-value.js';

const SAME: readonly (readonly [unknown, unknown])[] = [
  [1n, 1n],
  [Number.NaN, Number.NaN],
  [Uint8Array.of(1, 2), Uint8Array.of(1, 2)],
  [Float64Array.of(Number.NaN), Float64Array.of(Number.NaN)],
  [
    { a: [1, { b: undefined }], c: 'x' },
    { c: 'x', a: [1, { b: undefined }] },
  ],
  [[], []],
];

const OTHER: readonly (readonly [unknown, unknown])[] = [
  [1, 1n],
  [0, -0],
  [null, {}],
  [Uint8Array.of(1), [1]],
  [Uint8Array.of(1), Int8Array.of(1)],
  [Uint8Array.of(1), Uint8Array.of(1, 0)],
  [Float64Array.of(0), Float64Array.of(-0)],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [[1, 2], [1]],
  [{ a: { b: [1] } }, { a: { b: [2] } }],
];

test.each(SAME)('%o is %o', (a, b) => {
  expect(isSameValue(a, b)).toBe(true);
  expect(isSameValue(b, a)).toBe(true);
});

test.each(OTHER)('%o is not %o', (a, b) => {
  expect(isSameValue(a, b)).toBe(false);
  expect(isSameValue(b, a)).toBe(false);
});
