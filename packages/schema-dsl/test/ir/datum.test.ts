import { fromDatum, printDatum, toDatum } from '@bytewright/schema-dsl/ir';
import { difference } from '@bytewright/schema-dsl/testing';
import { expect, test } from 'vitest';

/** Values, and the expressions for them. */
const cases: readonly (readonly [expression: string, value: unknown])[] = [
  ['undefined', undefined],
  ['-7', -7],
  ['-0', -0],
  ['NaN', Number.NaN],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['true', true],
  ['9007199254740993n', 9007199254740993n],
  ['\'a "quoted" text\'', 'a "quoted" text'],
  ['"it\'s"', "it's"],
  ["'both \\' and \"\\n'", 'both \' and "\n'],
  ['Uint8Array.of(0x00, 0xff)', Uint8Array.of(0, 255)],
  ['Int16Array.of(-1, 2)', Int16Array.of(-1, 2)],
  ['BigUint64Array.of(7n)', BigUint64Array.of(7n)],
  ['Float64Array.of(-0, Infinity, NaN, 0.5)', Float64Array.of(-0, Infinity, Number.NaN, 0.5)],
  ['Uint8Array.of()', new Uint8Array(0)],
  ['[]', []],
  ['{}', {}],
  ["{ a: [1, undefined], b: { c: 'x' } }", { a: [1, undefined], b: { c: 'x' } }],
];

test.each(cases)('%s', (expression, value) => {
  const datum = toDatum(value);
  expect(printDatum(datum)).toBe(expression);
  expect(difference(fromDatum(JSON.parse(JSON.stringify(datum))), value)).toBeUndefined();
});
