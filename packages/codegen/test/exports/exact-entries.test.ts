import { expect, test } from 'vitest';
import { wildcardFaults, withExactEntries } from '../../src/exports/exact-entries.js';
import type { ExportEntries } from '../../src/exports/export-entries.js';

const entries: ExportEntries = {
  '.': './dist/index.js',
  './v2/*': {
    source: './src/generated/v2/*.ts',
    import: { types: './dist/generated/v2/*.d.ts', default: './dist/generated/v2/*.js' },
  },
  './codecs/*': './dist/generated/*.js',
};
const paths = { './v2/*': 'v2/*', './codecs/*': '*' };
const moved = (...names: readonly string[]) =>
  names.map((name) => ({
    source: `schemas/v2/${name}.ts`,
    path: `src/generated/v2/${name}.ts`,
    to: `src/generated/v1/${name}.ts`,
  }));

test('each public path of a module that has moved leads to its code, under all conditions of its wildcard', () => {
  expect(withExactEntries(entries, paths, moved('size', 'point'), 'src/generated')).toEqual({
    ...entries,
    './v2/point': {
      source: './src/generated/v1/point.ts',
      import: { types: './dist/generated/v1/point.d.ts', default: './dist/generated/v1/point.js' },
    },
    './v2/size': {
      source: './src/generated/v1/size.ts',
      import: { types: './dist/generated/v1/size.d.ts', default: './dist/generated/v1/size.js' },
    },
    './codecs/v2/point': './dist/generated/v1/point.js',
    './codecs/v2/size': './dist/generated/v1/size.js',
  });
});

test('entries of an earlier run go with what they were for; all others stay', () => {
  const byHand = {
    './v2/extra': './src/extra.js',
    './v2/none': null,
    './v1': './dist/generated/v1/point.js',
  };
  const before = withExactEntries({ ...entries, ...byHand }, paths, moved('point', 'size'), 'src/generated');
  const after = withExactEntries(before, paths, moved('size'), 'src/generated');
  expect(Object.keys(after)).toEqual([
    ...Object.keys(entries),
    ...Object.keys(byHand),
    './v2/size',
    './codecs/v2/size',
  ]);
  expect(withExactEntries(after, paths, [], 'src/generated')).toEqual({ ...entries, ...byHand });
});

test('an entry by hand for a module that has moved is kept', () => {
  const own = { ...entries, './v2/point': './src/point.js' };
  expect(withExactEntries(own, paths, moved('point'), 'src/generated')).toMatchObject({
    './v2/point': './src/point.js',
    './codecs/v2/point': './dist/generated/v1/point.js',
  });
});

test('wildcards that do not lead to the modules they are to stand for are named', () => {
  expect(
    wildcardFaults(
      { ...entries, './old/*': './dist/v2/*', './two/*': './dist/v2/*/*.js', './one/*': './dist/v2/a.js' },
      { ...paths, './old/*': 'v1/*', './two/*': 'v2/*', './one/*': 'v2/*', './none/*': 'v2/*' },
    ),
  ).toEqual([
    { wildcard: './old/*', problem: 'leads to ./dist/v2/*; expected a path that ends in /v1/*' },
    { wildcard: './two/*', problem: 'leads to ./dist/v2/*/*.js; expected a path that ends in /v2/*.js' },
    { wildcard: './one/*', problem: 'leads to ./dist/v2/a.js; expected a path that ends in /v2/*' },
    { wildcard: './none/*', problem: 'is not in exports' },
  ]);
});
