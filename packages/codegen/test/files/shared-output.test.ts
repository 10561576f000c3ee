import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Node } from '@bytewright/schema-dsl';
import { struct, u8, u16be } from '@bytewright/schema-dsl';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GeneratedFile, WriteResult } from '../../src/index.js';
import { compareFiles, generateModules, parseSnapshot, writeFiles } from '../../src/index.js';
import { schemaModule } from '../differential/generate-code.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bytewright-shared-'));
  for (const name of ['one', 'two']) writeFileSync(join(folder, `${name}.config.ts`), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const A = struct('A', { x: u8 });
const B = struct('B', { x: u16be });

/** What a configuration generates: a module for each struct, below the output folder. */
async function generated(
  config: string,
  schemas: Readonly<Record<string, Node<unknown>>>,
  snapshots = true,
): Promise<readonly GeneratedFile[]> {
  const modules = Object.entries(schemas).map(([name, schema]) => ({
    ...schemaModule(name, [schema]),
    output: `out/${name}.ts`,
  }));
  return generateModules(modules, undefined, { snapshots, configuration: join(folder, config) });
}

const write = (config: string, files: readonly GeneratedFile[]): WriteResult =>
  writeFiles(folder, 'out', files, config);
const isThere = (path: string): boolean => existsSync(join(folder, path));
const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');
const withoutNames = (files: readonly GeneratedFile[]): readonly GeneratedFile[] =>
  files.map(({ path, text }) => ({
    path,
    text: text.replace(/^\/\/ Configuration .*\n| {2}"configuration": .*\n/m, ''),
  }));

test('a generated file and its snapshot name the configuration, relative to themselves', async () => {
  write('one.config.ts', await generated('one.config.ts', { 'deep/a': A }));
  expect(textOf('out/deep/a.ts').split('\n')[1]).toBe('// Configuration ../../one.config.ts');
  expect(textOf('out/deep/a.ir.json').split('\n')[3]).toBe('  "configuration": "../../one.config.ts",');
  expect(parseSnapshot(textOf('out/deep/a.ir.json')).configuration).toBe('../../one.config.ts');
});

test('with an output beside its own folder it is found as well', async () => {
  const modules = [{ ...schemaModule('a', [A]), output: '../out/a.ts' }];
  const configuration = join(folder, 'inner/one.config.ts');
  const files = await generateModules(modules, undefined, { configuration });
  const inner = join(folder, 'inner');
  expect(writeFiles(inner, '../out', files, configuration).written).toEqual(['../out/a.ts']);
  expect(textOf('out/a.ts').split('\n')[1]).toBe('// Configuration ../inner/one.config.ts');
  expect(writeFiles(inner, '../out', [], configuration).removed).toEqual(['../out/a.ts']);
});

describe('two configurations that share an output folder', () => {
  test('leave each other alone, whichever runs last', async () => {
    const [one, two] = [
      await generated('one.config.ts', { a: A }),
      await generated('two.config.ts', { 'deep/b': B }),
    ];
    write('one.config.ts', one);
    expect(write('two.config.ts', two)).toEqual({
      written: ['out/deep/b.ts', 'out/deep/b.ir.json'],
      taken: [],
      removed: [],
      left: [],
    });
    expect(compareFiles(folder, 'out', one, 'one.config.ts')).toEqual([]);
    expect(compareFiles(folder, 'out', two, 'two.config.ts')).toEqual([]);
    expect(write('one.config.ts', []).removed).toEqual(['out/a.ir.json', 'out/a.ts']);
    expect(isThere('out/deep/b.ts')).toBe(true);
  });

  test('one of them in the other output folder has the same name, and is another one', async () => {
    // out/one.config.ts writes into out/inner: "../one.config.ts", as one.config.ts has it in out
    const inner = join(folder, 'out');
    const made = await generateModules([{ ...schemaModule('b', [B]), output: 'inner/b.ts' }], undefined, {
      configuration: join(inner, 'one.config.ts'),
    });
    writeFiles(inner, 'inner', made, 'one.config.ts');
    writeFileSync(join(inner, 'one.config.ts'), '');
    expect(textOf('out/inner/b.ts').split('\n')[1]).toBe('// Configuration ../one.config.ts');
    expect(write('one.config.ts', await generated('one.config.ts', { a: A }))).toMatchObject({
      removed: [],
      left: [],
    });
    expect(isThere('out/inner/b.ts')).toBe(true);
  });

  test('a module that moves from one to the other is lost in neither order', async () => {
    const both = await generated('one.config.ts', { a: A, b: B });
    const [rest, moved] = [
      await generated('one.config.ts', { a: A }),
      await generated('two.config.ts', { b: B }),
    ];
    write('one.config.ts', both);
    expect(compareFiles(folder, 'out', moved, 'two.config.ts')).toMatchObject([
      { path: 'out/b.ts', why: 'generated for another configuration', configuration: 'one.config.ts' },
      { path: 'out/b.ir.json', why: 'generated for another configuration', configuration: 'one.config.ts' },
    ]);
    expect(write('two.config.ts', moved).taken).toEqual([
      { path: 'out/b.ts', from: 'one.config.ts' },
      { path: 'out/b.ir.json', from: 'one.config.ts' },
    ]);
    expect(write('one.config.ts', rest)).toEqual({ written: [], taken: [], removed: [], left: [] });
    // the other order
    write('one.config.ts', both);
    expect(write('one.config.ts', rest).removed).toEqual(['out/b.ir.json', 'out/b.ts']);
    expect(write('two.config.ts', moved)).toMatchObject({
      written: ['out/b.ts', 'out/b.ir.json'],
      taken: [],
    });
  });
});

describe('what stays although nothing is generated into it any more', () => {
  test('a file of a version that named no configuration, unless this one would write it', async () => {
    write('one.config.ts', withoutNames(await generated('one.config.ts', { a: A, b: B })));
    const now = await generated('one.config.ts', { a: A }, false);
    expect(compareFiles(folder, 'out', now, 'one.config.ts')).toEqual([
      { path: 'out/a.ts', why: 'the generator has changed' },
      { path: 'out/a.ir.json', why: 'no longer generated' },
    ]);
    const why = 'it does not say for which configuration it was generated';
    expect(write('one.config.ts', now)).toEqual({
      written: ['out/a.ts'],
      taken: [],
      removed: ['out/a.ir.json'],
      left: [
        { path: 'out/b.ir.json', why },
        { path: 'out/b.ts', why },
      ],
    });
  });

  test('a file that was edited, as somebody may miss the edit', async () => {
    write('one.config.ts', await generated('one.config.ts', { a: A }, false));
    appendFileSync(join(folder, 'out/a.ts'), '// mine\n');
    expect(write('one.config.ts', [])).toMatchObject({
      removed: [],
      left: [{ path: 'out/a.ts', why: 'it was edited by hand' }],
    });
  });

  test('a file of a configuration that is gone, or has another name now', async () => {
    write('one.config.ts', await generated('one.config.ts', { a: A, b: B }, false));
    rmSync(join(folder, 'one.config.ts'));
    expect(write('new.config.ts', await generated('new.config.ts', { a: A }, false))).toEqual({
      written: ['out/a.ts'],
      taken: [{ path: 'out/a.ts', from: 'one.config.ts' }],
      removed: [],
      left: [{ path: 'out/b.ts', why: 'it was generated for one.config.ts, which is not there' }],
    });
  });

  test('everything, where no configuration is named: nobody knows whose it is', async () => {
    write('one.config.ts', await generated('one.config.ts', { a: A }));
    expect(writeFiles(folder, 'out', [])).toEqual({ written: [], taken: [], removed: [], left: [] });
    expect(isThere('out/a.ts')).toBe(true);
  });
});

test('a path with a line break in it ends no comment', async () => {
  const modules = [{ ...schemaModule('a', [A]), source: 'a\nimport "evil";.ts', output: 'out/a.ts' }];
  const [file] = await generateModules(modules, undefined, { configuration: join(folder, 'x\ny.config.ts') });
  expect(file?.text.split('\n').slice(0, 2)).toEqual([
    '// @generated by @bytewright/codegen, output format 2, from a%0Aimport "evil";.ts. Do not edit.',
    '// Configuration ../x%0Ay.config.ts',
  ]);
});
