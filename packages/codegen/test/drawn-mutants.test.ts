import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { timesFound, withMutants } from '../../../scripts/mutation/drawn/instrument.mjs';
import { MUTANTS } from '../../../scripts/mutation/drawn/mutants.mjs';

// What the mutants are for is in docs/mutation.md; here only that they still fit the sources.
const ROOT = new URL('../../../', import.meta.url);
const sourceOf = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

test('half of the mutants are of the interpreter, half of the emitter', () => {
  expect(MUTANTS.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  const of = (folder: string): number => MUTANTS.filter(({ file }) => file.startsWith(folder)).length;
  expect(of('packages/schema-dsl/src/interpreter/')).toBe(20);
  expect(of('packages/codegen/src/emit/')).toBe(20);
});

describe('a mutant', () => {
  test.each(MUTANTS.map((mutant) => [`${mutant.number}: ${mutant.breaks}`, mutant] as const))(
    '%s fits its source',
    (_, mutant) => {
      const source = sourceOf(mutant.file);
      expect(timesFound(mutant, source)).toBe(1);
      expect(mutant.text).toMatch(/^[^‹›]*‹[^‹›]+›[^‹›]*$/);
      expect(mutant.becomes).not.toBe(/‹(.+)›/s.exec(mutant.text)?.[1]);
      const changed = withMutants(source, [mutant]);
      expect(changed).toContain(`drawnMutants.choose(${mutant.number}, `);
      expect(transformSync(changed, { loader: 'ts' }).code).toContain(
        `drawnMutants.choose(${mutant.number}, `,
      );
    },
  );
});

test('all mutants of a file can be put into it at once', () => {
  for (const file of new Set(MUTANTS.map((mutant) => mutant.file))) {
    const mutants = MUTANTS.filter((mutant) => mutant.file === file);
    const { code } = transformSync(withMutants(sourceOf(file), mutants), { loader: 'ts' });
    expect(code.match(/drawnMutants\.choose\(/g)).toHaveLength(mutants.length);
  }
});

test('a mutant whose text has gone, or stands twice, is told by its number', () => {
  const mutant = { number: 7, file: 'a.ts', text: 'if (‹a < b›) f();', becomes: 'a <= b', breaks: 'f' };
  expect(withMutants('x(); if (a < b) f(); y();', [mutant])).toBe(
    'x(); if (globalThis.drawnMutants.choose(7, () => (a < b), () => (a <= b))) f(); y();',
  );
  expect(() => withMutants('if (a > b) f();', [mutant])).toThrow(
    /^mutant 7: a\.ts has .* 0 times, not once$/,
  );
  expect(() => withMutants('if (a < b) f(); if (a < b) f();', [mutant])).toThrow(/2 times/);
  expect(() => withMutants('if (a < b) f();', [mutant, { ...mutant, number: 8 }])).toThrow(/overlaps/);
});
