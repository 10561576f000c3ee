import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from './bytewright.js';
import { Project } from './bytewright.js';

let project: Project;
let folder = '';

const OLD = [
  "import { struct, u16be, u8 } from '@bytewright/schema-dsl';",
  "export const Pair = struct('Pair', { a: u8, size: u16be });",
];
const NEW = [
  "import { struct, u16le, u8 } from '@bytewright/schema-dsl';",
  "export const Pair = struct('Pair', { a: u8, size: u16le });",
];

beforeEach(() => {
  project = new Project();
  folder = project.folder;
  write('old.ts', OLD);
  write('new.ts', NEW);
});

afterEach(() => project.remove());

const write = (path: string, lines: readonly string[]): void => project.write(path, lines);
const bytewright = (...args: readonly string[]): Promise<Result> => project.bytewright(...args);

describe('bytewright diff', () => {
  test('tells a change, what it means each way, and the smallest bytes that show it', async () => {
    const { code, stdout } = await bytewright('diff', 'old.ts', 'new.ts');
    expect(code).toBe(0);
    expect(stdout).toContain('old.ts → new.ts: 1 change, 1 on the wire, 0 in the types');
    expect(stdout).toContain('Pair.size: byte order changed (big-endian → little-endian)');
    expect(stdout).toMatch(/Pair: old bytes, new codec: \d+ tried: \d+ as before, \d+ read differently/);
    // the least number that differs with its bytes exchanged
    expect(stdout).toContain('00 00 01  is { a: 0, size: 1 }\n    read otherwise: size: 1, not 256');
  });

  test('a snapshot is a side, whole or of what was generated', async () => {
    expect((await bytewright('snapshot', 'old.ts', '-o', 'old.ir.json')).code).toBe(0);
    expect((await bytewright('diff', 'old.ir.json', 'old.ts')).stdout).toBe(
      'old.ir.json → old.ts: no changes\n',
    );
    const printed = await bytewright('snapshot', 'old.ts');
    expect(printed.stdout).toBe(readFileSync(join(folder, 'old.ir.json'), 'utf8'));
    expect(printed.stdout).not.toContain(folder);
  });

  test('--json has the bytes, --markdown a table', async () => {
    const { stdout } = await bytewright('diff', 'old.ts', 'new.ts', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      backward: ['differently', 'refused'],
      changes: [{ kind: 'byte-order', path: 'Pair.size', before: 'big-endian', after: 'little-endian' }],
      trials: [
        {
          name: 'Pair',
          backward: { disagreements: [{ outcome: 'differently', counterexample: { bytes: '000001' } }] },
        },
      ],
    });
    const markdown = await bytewright('diff', 'old.ts', 'new.ts', '--markdown');
    expect(markdown.stdout).toContain('| `Pair.size` | byte order changed (big-endian → little-endian) |');
  });

  test('--fail-on asks for what CI should stop at', async () => {
    write(
      'renamed.ts',
      OLD.map((line) => line.replace('size:', 'length:')),
    );
    const failOn = async (what: string, after: string): Promise<number> =>
      (await bytewright('diff', 'old.ts', after, '--fail-on', what)).code;
    expect(await failOn('wire', 'new.ts')).toBe(1);
    expect(await failOn('source', 'new.ts')).toBe(0);
    expect(await failOn('wire', 'renamed.ts')).toBe(0);
    expect(await failOn('backward,source', 'renamed.ts')).toBe(1);
    expect(await failOn('any', 'old.ts')).toBe(0);
    expect(await failOn('everything', 'new.ts')).toBe(2);
  });

  test('a declared rename is one, and a wrong one is said', async () => {
    write('wide.ts', [
      "import { struct, u32be, u8 } from '@bytewright/schema-dsl';",
      "export const Pair = struct('Pair', { a: u8, length: u32be });",
    ]);
    const kinds = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await bytewright('diff', 'old.ts', 'wide.ts', '--json', ...args);
      return (JSON.parse(stdout) as { changes: { kind: string }[] }).changes.map(({ kind }) => kind);
    };
    expect(await kinds()).toEqual(['field-removed', 'field-added']);
    expect(await kinds('--rename', 'Pair.size=length')).toEqual(['field-renamed', 'width']);
    const wrong = await bytewright('diff', 'old.ts', 'wide.ts', '--rename', 'Pair.sise=length');
    expect([wrong.code, wrong.stderr]).toEqual([1, 'old.ts has no Pair.sise that could be renamed\n']);
  });

  test('faults of the sides', async () => {
    const stderr = async (...args: readonly string[]): Promise<string> =>
      (await bytewright('diff', ...args)).stderr;
    expect(await stderr('old.ts')).toContain('NEW is missing');
    expect(await stderr('nothing.ts', 'old.ts')).toMatch(/^There is no file nothing\.ts in /);
    expect(await stderr('old.ts#Triple', 'new.ts')).toContain('there is no struct Triple');
    write('damaged.ir.json', ['{ "format": "bytewright/snapshot@1", "source": 1 }']);
    expect(await stderr('damaged.ir.json', 'new.ts')).toBe(
      'damaged.ir.json: source expected a text, found 1\n',
    );
    write('other.json', ['[]']);
    expect(await stderr('other.json', 'new.ts')).toContain('is not a snapshot');
    expect(await stderr('nosuchrevision:old.ts', 'new.ts')).toMatch(/^git /);
  });
});

describe('a side at a git revision', () => {
  test('a module, with what it imports as it was then, and a snapshot', async () => {
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
        stdio: 'pipe',
      });
    };
    git('init', '-q', '.');
    write('schema/size.ts', ["export { u16be as size } from '@bytewright/schema-dsl';"]);
    write('schema/pair.ts', [
      "import { struct } from '@bytewright/schema-dsl';",
      "import { size } from './size.js';",
      "export const Pair = struct('Pair', { size });",
    ]);
    await bytewright('snapshot', 'schema/pair.ts', '-o', 'pair.ir.json');
    git('add', 'schema', 'pair.ir.json');
    git('commit', '-qm', 'one');
    write('schema/size.ts', ["export { u16le as size } from '@bytewright/schema-dsl';"]);
    await bytewright('snapshot', 'schema/pair.ts', '-o', 'pair.ir.json');
    const left = (): readonly string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith('bytewright-revision-'));
    const before = left();
    for (const [old, now] of [
      ['HEAD:schema/pair.ts', 'schema/pair.ts'],
      ['HEAD:pair.ir.json', 'pair.ir.json'],
    ] as const)
      expect((await bytewright('diff', old, now)).stdout).toContain('Pair.size: byte order changed');
    expect(left()).toEqual(before);
    const missing = await bytewright('diff', 'HEAD:schema/none.ts', 'schema/pair.ts');
    expect([missing.code, missing.stderr]).toEqual([
      1,
      expect.stringContaining('There is no file HEAD:schema/none.ts'),
    ]);
  });
});
