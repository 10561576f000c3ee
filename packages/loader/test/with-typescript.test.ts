import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { SourceMapPayload } from 'node:module';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compile } from '../src/compile.js';
import { withTypeScript } from '../src/index.js';

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-loader-')));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The exports of modules, all imported in one run. */
function load(...paths: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return withTypeScript((importModule) => Promise.all(paths.map((path) => importModule(join(folder, path)))));
}

describe('paths', () => {
  test('resolves a .js path to its TypeScript source if there is one', async () => {
    write({
      'main.ts': `
        export { a } from './a.js';
        export { b } from './b.mjs';
        export { c } from './sub/c.js';
        export { d } from './d.ts';
        export { e } from './e';
        export { f } from './f';
        export { g } from './g.js';
        export { default as h } from './h.json' with { type: 'json' };
        export { i } from '${pathToFileURL(join(folder, 'i.js')).href}';`,
      'a.ts': 'export const a: number = 1;',
      'a.js': 'throw new Error("compiled long ago");',
      'b.mts': 'export const b = 2 as const;',
      'sub/c.tsx': "import { a } from '../a.js';\nexport const c = a + 2;",
      'd.ts': 'export const d = 4;',
      'e.ts': 'export const e = 5;',
      'f/index.ts': 'export const f = 6;',
      'g.js': 'export const g = 7;',
      'h.json': '8',
      'i.ts': 'export const i = 9;',
      'package.json': '{ "type": "module" }',
    });
    const [main] = await load('main.ts');
    expect({ ...main }).toEqual({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9 });
  });

  test('loads TypeScript as ES modules regardless of package.json', async () => {
    write({ 'package.json': '{ "type": "commonjs" }', 'main.ts': 'export default import.meta.url;' });
    const [main] = await load('main.ts');
    expect(main?.default).toMatch(/^file:.*\/main\.ts/);
  });

  test('loads a file with two names as one module', async () => {
    write({
      'real/counter.ts': 'export const counter = { count: 0 };',
      'real/a.ts': "import { counter } from './counter.js';\ncounter.count++;\nexport { counter };",
      'b.ts': "import { counter } from './linked/counter.js';\ncounter.count++;\nexport { counter };",
    });
    symlinkSync(join(folder, 'real'), join(folder, 'linked'), 'junction');
    const [a, b] = await load('linked/a.ts', 'b.ts');
    expect(a?.counter).toEqual({ count: 2 });
    expect(b?.counter).toBe(a?.counter);
  });
});

test('compiles all of TypeScript, and leaves out imports of types', async () => {
  write({
    'main.ts': `
      import { Size } from './size.js';
      import { type Shape, unused } from './nowhere.js';
      enum Colour { red = 1, green }
      namespace Names { export const first = 'a'; }
      class Box { constructor(readonly size: Size) {} }
      export const found = [Colour.green, Names.first, new Box(3).size, <Shape>4] as const satisfies unknown;`,
    'size.ts': 'export type Size = number;',
  });
  const [main] = await load('main.ts');
  expect(main?.found).toEqual([2, 'a', 3, 4]);
});

describe('runs', () => {
  test('loads a module that several others import once, and again in the next run', async () => {
    write({
      'shared.ts': 'export const shared = {};\nexport const text = "first";',
      'a.ts': "export * from './shared.js';",
      'b.ts': "export * from './shared.js';",
    });
    const [a, b] = await load('a.ts', 'b.ts');
    expect(a?.shared).toBe(b?.shared);
    expect(a?.text).toBe('first');
    write({ 'shared.ts': 'export const shared = {};\nexport const text = "second";' });
    const [again] = await load('a.ts');
    expect(again?.shared).not.toBe(a?.shared);
    expect(again?.text).toBe('second');
  });

  test('loads installed packages only once for all runs', async () => {
    write({
      'node_modules/pack/package.json': '{ "type": "module", "exports": "./index.js" }',
      'node_modules/pack/index.js': "export * from './inner.js';",
      'node_modules/pack/inner.js': 'export const value = {};',
      'main.ts': "export * from 'pack';",
    });
    const [first] = await load('main.ts');
    const [second] = await load('main.ts');
    const [itself] = await load('node_modules/pack/inner.js');
    expect(second?.value).toBe(first?.value);
    expect(itself?.value).toBe(first?.value);
  });

  test('keeps concurrent runs separate', async () => {
    write({ 'main.ts': 'export const value: object = {};' });
    const [[one], [other]] = await Promise.all([load('main.ts'), load('main.ts')]);
    expect(one?.value).not.toBe(other?.value);
  });
});

describe('a package that is not installed', () => {
  const elsewhere = (): string => pathToFileURL(join(folder, 'tool/index.js')).href;

  beforeEach(() => {
    write({
      'tool/node_modules/@scope/pack/package.json':
        '{ "type": "module", "exports": { "./door": "./door.js" } }',
      'tool/node_modules/@scope/pack/door.js': "export const from = 'the tool';",
      'user/main.ts': "export { from } from '@scope/pack/door';",
      'user/path.ts': "export { from } from './pack/door.js';",
    });
  });

  const imported = (path: string): Promise<Readonly<Record<string, unknown>>> =>
    withTypeScript((importModule) => importModule(join(folder, path)), { packagesOf: elsewhere() });

  test('is resolved from the tool', async () => {
    expect((await imported('user/main.ts')).from).toBe('the tool');
  });

  test("is the user's own if there is one", async () => {
    cpSync(join(folder, 'tool/node_modules'), join(folder, 'user/node_modules'), { recursive: true });
    write({ 'user/node_modules/@scope/pack/door.js': "export const from = 'the user';" });
    expect((await imported('user/main.ts')).from).toBe('the user');
  });

  test('is reported as missing where it was imported', async () => {
    await expect(load('user/main.ts')).rejects.toMatchObject({ code: 'ERR_MODULE_NOT_FOUND' });
    write({ 'user/main.ts': "import 'no-such-package';" });
    await expect(imported('user/main.ts')).rejects.toThrow(/no-such-package.*user.main\.ts/);
  });

  test('does not include relative paths', async () => {
    await expect(imported('user/path.ts')).rejects.toThrow(/user.pack.door\.js.*user.path\.ts/);
  });
});

describe('errors', () => {
  test('name the file, line and column of a syntax error', async () => {
    write({
      'main.ts': "import './wrong.js';",
      'wrong.ts': '// «ä» 😀\nconst fine = 1;\nconst x: number = ;\n',
    });
    const error = await load('main.ts').then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SyntaxError);
    const { message, stack } = error as SyntaxError; // checked above
    expect(message.split('\n')[0]).toBe(`${join(folder, 'wrong.ts')}:3:19: Unexpected token`);
    expect(message).toContain('const x: number = ;');
    expect(stack).toBe(`SyntaxError: ${message}`);
  });

  test('have stack traces with source lines at run time', () => {
    write({
      'main.ts': 'interface A {\n  a: 1;\n}\n\nfunction fail(): never {\n  throw new Error("no");\n}\n',
    });
    const url = pathToFileURL(join(folder, 'main.ts')).href;
    const lines = compile(url).split('\n');
    const line = lines.findIndex((text) => text.includes('throw'));
    const [, map = ''] = /base64,(.*)$/.exec(lines.at(-1) ?? '') ?? [];
    const payload = JSON.parse(Buffer.from(map, 'base64').toString()) as SourceMapPayload; // as Node reads it
    const entry = new SourceMap(payload).findEntry(line, (lines[line] ?? '').indexOf('throw'));
    expect(line).not.toBe(5);
    expect(entry).toMatchObject({ originalSource: url, originalLine: 5, originalColumn: 2 });
  });
});
