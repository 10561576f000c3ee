import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GenerationCache } from '../../src/cache/generation-cache.js';
import { generatorHash } from '../../src/cache/generator-hash.js';
import { Project } from '../command/bytewright.js';

/** How often the configuration and the schema have been loaded: they count themselves. */
const loads = globalThis as { bytewrightLoads?: number };

const COUNT = 'globalThis.bytewrightLoads = (globalThis.bytewrightLoads ?? 0) + 1;';

let project: Project;
let folder = '';
let entries = '';

beforeEach(() => {
  project = new Project();
  folder = project.folder;
  mkdirSync(join(folder, 'node_modules'));
  entries = join(folder, 'node_modules/.cache/bytewright');
  project.write('bytewright.config.ts', [
    COUNT,
    "export default { modules: ['schema/pair.ts'], output: 'generated' };",
  ]);
  project.write('schema/pair.ts', [
    "import { struct, u8 } from '@bytewright/schema-dsl';",
    "import { b } from './helper.ts';",
    "export const Pair = struct('Pair', { a: u8, b });",
  ]);
  project.write('schema/helper.ts', [
    "import { u16be } from '@bytewright/schema-dsl';",
    'export const b = u16be;',
  ]);
  loads.bytewrightLoads = 0;
});

afterEach(() => project.remove());

const UNCHANGED = {
  code: 0,
  stdout: '2 files of 1 modules: 0 written, 2 unchanged, 0 removed\n',
};

/** Generates and expects that it says so; gives whether anything was loaded for that. */
async function isLoaded(expected: object = UNCHANGED, ...args: readonly string[]): Promise<boolean> {
  loads.bytewrightLoads = 0;
  expect(await project.bytewright('generate', ...args)).toMatchObject(expected);
  return loads.bytewrightLoads > 0;
}

const edit = (path: string, from: string, to: string): void =>
  writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replace(from, to));

describe('with nothing changed', () => {
  test('nothing is loaded, and the same is said', async () => {
    expect(await isLoaded({ code: 0, stdout: expect.stringContaining('2 written') })).toBe(true);
    expect(await isLoaded()).toBe(false);
    expect(await isLoaded({ code: 0, stdout: '2 files up to date\n' }, '--check')).toBe(false);
    expect(await isLoaded(UNCHANGED, '--no-cache')).toBe(true);
    expect(await isLoaded({ code: 0, stdout: '2 files up to date\n' }, '--check', '--no-cache')).toBe(true);
  });

  test('a check alone is enough to know', async () => {
    await project.bytewright('generate', '--no-cache');
    expect(existsSync(entries)).toBe(false);
    expect(await isLoaded({ code: 0 }, '--check')).toBe(true);
    expect(await isLoaded({ code: 0 }, '--check')).toBe(false);
    expect(await isLoaded()).toBe(false);
  });

  test('modules that have no file of their own are not counted, as before', async () => {
    edit('bytewright.config.ts', "'schema/pair.ts'", "'schema/pair.ts', 'schema/again.ts'");
    project.write('schema/again.ts', ["export { Pair } from './pair.ts';"]);
    expect(
      await isLoaded({ code: 0, stdout: expect.stringContaining('2 files of 1 modules: 2 written') }),
    ).toBe(true);
    expect(await isLoaded()).toBe(false);
  });

  test('a note is said again', async () => {
    edit('schema/pair.ts', '{ struct, u8 }', '{ struct, u8, u32be }');
    appendFileSync(join(folder, 'schema/pair.ts'), 'export const alone = u32be;\n');
    const noted = { stderr: expect.stringMatching(/^note: schema\/pair\.ts: alone is not generated: /) };
    expect(await isLoaded({ ...noted, code: 0 })).toBe(true);
    expect(await isLoaded({ ...noted, ...UNCHANGED })).toBe(false);
  });
});

describe('is noticed:', () => {
  beforeEach(() => project.bytewright('generate'));

  const STALE = { code: 1, stdout: expect.stringContaining('stale: generated/pair.ts') };

  test('a module edited that a schema imports', async () => {
    appendFileSync(join(folder, 'schema/helper.ts'), '// a remark\n');
    expect(await isLoaded()).toBe(true);
    edit('schema/helper.ts', '{ u16be }', '{ u16le as u16be }');
    expect(await isLoaded(STALE, '--check')).toBe(true);
  });

  test('the configuration edited', async () => {
    edit('bytewright.config.ts', "output: 'generated'", "output: 'generated', snapshots: false");
    expect(await isLoaded({ code: 1, stdout: expect.stringContaining('pair.ir.json') }, '--check')).toBe(
      true,
    );
  });

  test('a generated file edited, or gone, or one too many', async () => {
    appendFileSync(join(folder, 'generated/pair.ts'), '// by hand\n');
    expect(await isLoaded(STALE, '--check')).toBe(true);
    expect(await isLoaded({ code: 0, stdout: expect.stringContaining('1 written') })).toBe(true);
    expect(await isLoaded()).toBe(false);
    rmSync(join(folder, 'generated/pair.ir.json'));
    expect(await isLoaded({ code: 1, stdout: expect.stringContaining('missing') }, '--check')).toBe(true);
    await project.bytewright('generate');
    mkdirSync(join(folder, 'generated/deep'));
    writeFileSync(join(folder, 'generated/deep/old.ts'), readFileSync(join(folder, 'generated/pair.ts')));
    expect(await isLoaded({ code: 0 })).toBe(true);
  });

  test('a file more beside a schema, which the configuration may look for', async () => {
    writeFileSync(join(folder, 'schema/other.ts'), '');
    expect(await isLoaded()).toBe(true);
    writeFileSync(join(folder, 'schema/.hidden'), '');
    expect(await isLoaded()).toBe(false);
  });

  test('a generator that has changed', () => {
    const configuration = join(folder, 'bytewright.config.ts');
    const of = (generator: string): object | undefined =>
      new GenerationCache(configuration, generator, folder).find();
    expect(of(generatorHash())).toMatchObject({ files: 2, modules: 1, notes: [] });
    expect(of(generatorHash().replace(/^./, 'x'))).toBeUndefined();
  });

  test('another current folder, as notes name files from there, and a checkout with the same node_modules', () => {
    const of = (config: string, from: string): object | undefined =>
      new GenerationCache(config, generatorHash(), from).find();
    const configuration = join(folder, 'bytewright.config.ts');
    expect(of(configuration, folder)).toBeDefined();
    expect(of(configuration, join(folder, 'schema'))).toBeUndefined();
    const copy = join(folder, 'copy');
    mkdirSync(join(copy, 'node_modules/.cache'), { recursive: true });
    cpSync(entries, join(copy, 'node_modules/.cache/bytewright'), { recursive: true });
    expect(of(join(copy, 'bytewright.config.ts'), folder)).toBeUndefined();
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -10)],
    ['empty', () => ''],
    ['of another form', () => '{"files":2}'],
    ['that says nothing', (text: string) => text.replace(/"contents":\{[^}]*\}/, '"contents":{}')],
    ['that knows other contents', (text: string) => text.replace(/("contents":\{"[^"]*":")./, '$1x')],
  ])('an entry %s', (_, damage) => {
    const [name = ''] = readdirSync(entries);
    const path = join(entries, name);
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    const cache = new GenerationCache(join(folder, 'bytewright.config.ts'), generatorHash(), folder);
    expect(cache.find()).toBeUndefined();
  });
});

describe('entries', () => {
  test('are replaced as a whole by runs at once, and leave nothing beside them', async () => {
    await Promise.all([1, 2, 3].map(() => project.bytewright('generate')));
    expect(readdirSync(entries)).toEqual(['bytewright.config.ts.json']);
    expect(await isLoaded()).toBe(false);
  });

  test('of configurations that are gone go, other files stay', async () => {
    await project.bytewright('generate');
    writeFileSync(join(entries, 'old%2Fbytewright.config.ts.json'), '{}');
    writeFileSync(join(entries, 'mine.txt'), '');
    await project.bytewright('generate', '--no-cache');
    expect(readdirSync(entries)).toHaveLength(3);
    appendFileSync(join(folder, 'schema/helper.ts'), '// edited\n');
    await project.bytewright('generate');
    expect(readdirSync(entries).sort()).toEqual(['bytewright.config.ts.json', 'mine.txt']);
  });

  test('are not made for what was edited while it was loaded', async () => {
    appendFileSync(
      join(folder, 'schema/helper.ts'),
      "import { utimesSync } from 'node:fs';\nutimesSync(new URL(import.meta.url).pathname, 4e9, 4e9);\n",
    );
    await project.bytewright('generate');
    expect(existsSync(entries)).toBe(false);
  });
});
