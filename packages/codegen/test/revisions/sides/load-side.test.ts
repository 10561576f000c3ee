import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeRoot } from '../../../../schema-dsl/src/interpreter/decode.js';
import { ConfigError } from '../../../src/faults/config-error.js';
import { generateModules, loadSide } from '../../../src/index.js';
import { loadConfig } from '../../../src/load/load-config.js';

// a repository inside of the package, so that the packages that its modules import resolve
const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';

const HEADER = [
  "import { struct, u16be } from '@bytewright/schema-dsl';",
  "export const Header = struct('Header', { kind: u16be });",
];
const MESSAGE = [
  "import { bytes, parameter, struct, u8 } from '@bytewright/schema-dsl';",
  "import { Header } from './header.js';",
  "const size = parameter('size', u8);",
  "export const Message = struct('Message', { header: Header, a: u8 });",
  "export const Block = struct('Block', { data: bytes(size) });",
  'export const Pair = Block.with(size.of(2));',
];

function write(path: string, lines: readonly string[]): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
}

function git(...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Nobody',
    '-c',
    'user.email=nobody@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' });
}

async function generate(): Promise<void> {
  const { modules } = await loadConfig(folder);
  for (const { path, text } of await generateModules(modules, undefined, { snapshots: true }))
    write(path, [text.trimEnd()]);
}

// of its own: other runs on the machine write out revisions too
const temporary = mkdtempSync(join(tmpdir(), 'bytewright-sides-'));
const usual = process.env.TMPDIR;
const leftOver = (): readonly string[] =>
  readdirSync(temporary).filter((name) => name.startsWith('bytewright-revision-'));

beforeAll(async () => {
  process.env.TMPDIR = temporary;
  folder = mkdtempSync(join(root, '.tmp-'));
  git('init', '--quiet');
  write('package.json', ['{ "name": "trial", "type": "module" }']);
  write('bytewright.config.ts', [
    "export default { modules: ['schema/header.ts', 'schema/message.ts'], output: 'generated' };",
  ]);
  write('schema/header.ts', HEADER);
  write('schema/message.ts', MESSAGE);
  await generate();
  git('add', '-A');
  git('commit', '--quiet', '-m', 'first');
  git('tag', 'first');
  // what both import has changed, and nothing else
  write(
    'schema/header.ts',
    HEADER.map((line) => line.replaceAll('u16be', 'u32be')),
  );
  await generate();
});

afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  for (const one of [folder, temporary]) rmSync(one, { recursive: true, force: true });
});

/** The sizes of the messages that a side reads, which tell the revisions apart. */
async function sizeOf(text: string, where = folder): Promise<number> {
  const { roots } = await loadSide(text, where);
  const [message] = roots.filter(({ name }) => name === 'Message');
  if (message === undefined) throw new TypeError('no message');
  const fits = (size: number): boolean => {
    try {
      decodeRoot(message.schema, new Uint8Array(size));
      return true;
    } catch {
      return false;
    }
  };
  return [...Array(9).keys()].findIndex(fits);
}

describe('a side', () => {
  test('is a module, a snapshot with what it uses, or either at a revision', async () => {
    expect(await sizeOf('schema/message.ts')).toBe(5);
    expect(await sizeOf('generated/message.ir.json')).toBe(5);
    expect(await sizeOf('first:schema/message.ts')).toBe(3);
    expect(await sizeOf('first:generated/message.ir.json')).toBe(3);
    expect(leftOver()).toEqual([]);
  });

  test('at a revision has a path from the top, or from the current folder if it begins with a dot', async () => {
    const schema = join(folder, 'schema');
    expect(await sizeOf('first:./message.ts', schema)).toBe(3);
    expect(await sizeOf('first:../schema/message.ts', schema)).toBe(3);
    expect(await sizeOf('first:schema/message.ts', schema)).toBe(3);
  });

  test('has all structs that decode by themselves, the same from a module and from its snapshot', async () => {
    const [module, saved] = await Promise.all(
      ['schema/message.ts', 'generated/message.ir.json'].map((text) => loadSide(text, folder)),
    );
    expect(module?.roots.map(({ name }) => name)).toEqual(['Message']);
    expect(saved?.roots).toEqual(module?.roots);
    expect(module?.label).toBe('schema/message.ts');
    const one = await loadSide('first:schema/message.ts#Message', folder);
    expect(one).toMatchObject({ label: 'first:schema/message.ts#Message', roots: [{ name: 'Message' }] });
  });

  test.each([
    ['schema/none.ts', 'There is no file schema/none.ts in'],
    ['schema', 'There is no file schema in'],
    ['none.ir.json', 'There is no snapshot none.ir.json'],
    [
      'package.json',
      'package.json is not a snapshot: it does not begin with "format": "bytewright/snapshot@2"',
    ],
    ['no-such-tag:schema/message.ts', 'git knows no revision "no-such-tag" in'],
    ['--help:schema/message.ts', 'git knows no revision "--help" in'],
    [':schema/message.ts', 'git knows no revision "" in'],
    [
      'first:schema/none.ts',
      'There is no file first:schema/none.ts; a path is from the top of the repository',
    ],
    ['first:./none.ir.json', 'There is no snapshot none.ir.json'],
    ['first:../message.ts', 'first:../message.ts is not in the repository'],
    ['schema/message.ts#None', 'schema/message.ts#None: there is no struct None; there are Message'],
    ['schema/message.ts#Block', "Block reads the parameter 'size', so it cannot be decoded by itself"],
    ['bytewright.config.ts', 'bytewright.config.ts exports no struct that decodes by itself'],
  ])('%s is refused in plain words', async (text, message) => {
    const refused = loadSide(text, folder);
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow(message);
    expect(leftOver()).toEqual([]);
  });

  test('that cannot be loaded is named, and leaves nothing behind', async () => {
    write('schema/wrong.ts', [
      "import { bytes, struct } from '@bytewright/schema-dsl';",
      "export const Wrong = struct('Wrong', { data: bytes() });",
    ]);
    write('schema/broken.ts', ["import './none.js';"]);
    git('add', '-A');
    git('commit', '--quiet', '-m', 'second');
    await expect(loadSide('schema/wrong.ts', folder)).rejects.toThrow(
      /^schema\/wrong\.ts:2: Wrong\.data: has no end/,
    );
    await expect(loadSide('HEAD:schema/wrong.ts', folder)).rejects.toThrow(
      /^HEAD:schema\/wrong\.ts:2: Wrong\.data: has no end/,
    );
    await expect(loadSide('HEAD:schema/broken.ts', folder)).rejects.toThrow(
      /^HEAD:schema\/broken\.ts:1: imports '\.\/none\.js', and there is no such file$/,
    );
    expect(leftOver()).toEqual([]);
  });

  test('at a revision needs git, and a repository', async () => {
    const path = process.env.PATH;
    process.env.PATH = join(folder, 'schema');
    try {
      await expect(loadSide('first:schema/message.ts', folder)).rejects.toThrow(
        'there is no git on this machine',
      );
    } finally {
      process.env.PATH = path;
    }
    await expect(loadSide('first:schema/message.ts', tmpdir())).rejects.toThrow('is in no git repository');
  });
});
