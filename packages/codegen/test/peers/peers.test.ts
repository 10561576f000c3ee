import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCondition } from './convert/parse-condition.js';
import { tagSet } from './convert/tag-sets.js';
import type { PeerCase, Suite } from './data-set.js';
import { readSuites } from './data-set.js';
import { printSummary } from './print-summary.js';
import { runSuites } from './run-suites.js';

// Cases of our own in the layout of the data set, which is not part of the repository.
const suitesOf = (folder: string): readonly Suite[] =>
  readSuites(readFileSync(new URL(`./own/${folder}/binschema-suites.json`, import.meta.url), 'utf8'));
const right = suitesOf('right');

describe('cases that are right', () => {
  /** A case with another first byte, or with more in its value. */
  const withOtherByte = ({ bytes, bits, ...one }: PeerCase): PeerCase => ({
    ...one,
    ...(bytes && { bytes: [(bytes[0] ?? 0) ^ 1, ...bytes.slice(1)] }),
    ...(bits && { bits: [(bits[0] ?? 0) ^ 1, ...bits.slice(1)] }),
  });
  const withMore = (value: unknown): unknown =>
    Array.isArray(value) ? [...value, 0] : typeof value === 'object' ? { ...value, more: 1 } : [value];
  const withOtherValue = (one: PeerCase): PeerCase => ({
    ...one,
    decoded_value: withMore(one.decoded_value ?? one.value),
  });

  test.each(right.map((suite) => [suite.name, suite] as const))(
    'and wrong with another byte or value: %s',
    (_, suite) => {
      const { test_cases } = suite;
      const accepted = test_cases.filter(
        (one) => one.should_error !== true && one.should_error_on_encode !== true,
      );
      const changed = [...accepted.map(withOtherByte), ...accepted.map(withOtherValue)];
      const summary = runSuites([{ ...suite, test_cases: [...test_cases, ...changed] }]);
      expect([summary.unconverted, summary.theirs]).toEqual([[], []]);
      expect(summary.right).toBe(test_cases.length);
      expect(summary.wrong.map((one) => one.case)).toEqual(changed.map(({ description }) => description));
    },
  );
});

describe('cases that are not right', () => {
  const summary = runSuites(suitesOf('not-right'));
  const told = ({ suite, reason }: { readonly suite: string; readonly reason: string }): string =>
    `${suite}: ${reason}`;

  test('are wrong where bytes or values differ, or what should be refused is not', () => {
    expect(summary.wrong.map(told)).toEqual([
      'wrong bytes: the encoding differs: [0] is 1 rather than 2',
      'wrong bytes: the encoding differs: it has 1 elements rather than 2',
      'wrong bytes: the value differs: a is 2 rather than 3',
      'wrong refusals: it is decoded',
      'wrong refusals: it is encoded',
    ]);
  });

  test('are theirs where we refuse what they accept, on purpose', () => {
    expect(summary.theirs.map(({ suite }) => suite)).toEqual(['rounded', 'brought along', 'shared bytes']);
    for (const { reason } of summary.theirs) expect(reason).toMatch(/refused/);
  });

  test('are unconverted where the converter or the language has no word for them', () => {
    expect(summary.unconverted.map(told)).toEqual([
      'referred back to: back references: a value that stands elsewhere in the bytes',
      expect.stringMatching(/^of a type that there is not: .*decimal/),
      'of a length that is not known: lengths: array of kind spiral',
      expect.stringMatching(/^refused by the language: the language refuses it: T\.a: /),
      'forward from within a list: selected elements: an element of a list refers to one that lies further on',
    ]);
  });

  test('all cases are counted, each of them once', () => {
    const { cases, right, wrong, theirs, unconverted } = summary;
    expect(right).toBe(2); // what refers back to nothing, and what refers to what is in front
    expect(right + wrong.length + theirs.length + unconverted.length).toBe(cases);
  });
});

describe('the report', () => {
  const summary = runSuites(suitesOf('not-right').slice(0, 1));

  test('begins with the figures, and has a line for each case that is not right', () => {
    expect(printSummary(summary, false).split('\n')).toEqual([
      'binschema: 0 of 3 cases both ways',
      'wrong: wrong bytes, another number: the encoding differs: [0] is 1 rather than 2',
      'wrong: wrong bytes, bytes too many: the encoding differs: it has 1 elements rather than 2',
      'wrong: wrong bytes, another value: the value differs: a is 2 rather than 3',
    ]);
  });

  test('is one object as JSON', () => {
    expect(JSON.parse(printSummary(summary, true))).toEqual({ binschema: summary });
  });

  test('refuses what is not laid out as the data set', () => {
    expect(() => readSuites('[{}]')).toThrow(/expected a list of suites/);
  });
});

describe('conditions', () => {
  test.each([
    ['value === 0x05', [[5, 5]]],
    [
      'value != 5',
      [
        [0, 4],
        [6, 255],
      ],
    ],
    ['value < 0', []],
    ['value >= 0xC0', [[192, 255]]],
    [
      'value <= 3 || value > 250',
      [
        [0, 2],
        [3, 3],
        [251, 255],
      ],
    ],
    ['value > 3 && value < 6', [[4, 5]]],
    ['value == 256', []],
  ])('%s', (condition, intervals) => {
    expect(tagSet(condition, 255n).map(({ from, to }) => [Number(from), Number(to)])).toEqual(intervals);
  });

  test('bits are taken before they are compared', () => {
    expect(parseCondition('flags & 1 == 1')).toEqual(parseCondition('(flags & 1) == 1'));
  });

  test.each(['a +', '(a', 'a ? b : c', 'a b', ''])('refused: %j', (text) => {
    expect(() => parseCondition(text)).toThrow(/^expressions: /);
  });
});

/** The words of the format that have an underscore: all that the converter may know of the data. */
const FORMAT = new Set(
  `back_reference big_endian bit_order byte_budget computed_count crc32_of decoded_value discriminated_union element_type
   eof_terminated field_referenced length_of length_prefixed length_prefixed_items little_endian lsb_first msb_first
   null_terminated position_of should_error should_error_on_encode sum_of_sizes sum_of_type_sizes test_cases test_type
   variant_terminated`.split(/\s+/),
);

describe('the converter', () => {
  const folders = ['./', './convert/'];
  const sources = folders.flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => [name, readFileSync(new URL(folder + name, import.meta.url), 'utf8')] as const),
  );

  test('is looked at', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  test.each(sources)('names no suite, type or file of the data: %s', (_, text) => {
    expect(text).not.toMatch(/\.test\.ts/);
    const names = [...text.matchAll(/['"`]([a-z0-9]+(?:_[a-z0-9]+)+)['"`]/g)].map(([, name]) => name ?? '');
    expect(names.filter((name) => !FORMAT.has(name))).toEqual([]);
    for (const { name } of right) expect(text).not.toContain(`'${name}'`);
  });
});
