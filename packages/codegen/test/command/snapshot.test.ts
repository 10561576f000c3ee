import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSnapshot } from '../../src/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const node = ['--conditions=@bytewright/source', '--import', 'tsx', join(root, 'src/cli/main.ts')];
let folder = '';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function bytewright(...args: readonly string[]): Promise<Result> {
  return new Promise((done) => {
    execFile(process.execPath, [...node, ...args], { cwd: folder }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

// inside of the package, so that its dependencies resolve
beforeAll(() => {
  folder = mkdtempSync(join(root, '.tmp-'));
  mkdirSync(join(folder, 'schema'));
  const header =
    "import { struct, u16be } from '@bytewright/schema-dsl';\nexport const Header = struct('Header', { kind: u16be });\n";
  const pair =
    "import { struct, u8 } from '@bytewright/schema-dsl';\nimport { Header } from './header.js';\nexport const Pair = struct('Pair', { header: Header, a: u8 });\n";
  writeFileSync(join(folder, 'schema/header.ts'), header);
  writeFileSync(join(folder, 'schema/pair.ts'), pair);
  writeFileSync(join(folder, 'schema/none.ts'), 'export const none = 1;\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('bytewright snapshot', () => {
  test('prints all that a module says, or writes it', async () => {
    const printed = await bytewright('snapshot', 'schema/pair.ts');
    expect(printed).toMatchObject({ code: 0, stderr: '' });
    const { source, roots, uses, structs } = parseSnapshot(printed.stdout);
    expect({ source, roots, uses, structs: Object.keys(structs) }).toEqual({
      source: 'schema/pair.ts',
      roots: ['Pair'],
      uses: {},
      structs: ['Pair', 'Header'],
    });
    const written = await bytewright('snapshot', join(folder, 'schema/pair.ts'), '-o', 'pair.ir.json');
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'pair.ir.json'), 'utf8')).toBe(printed.stdout);
  });

  test.each([
    [2, 'snapshot takes a schema module', ['snapshot']],
    [2, 'snapshot takes one schema module', ['snapshot', 'a.ts', 'b.ts']],
    [2, "Unknown option '--nope'", ['snapshot', 'a.ts', '--nope']],
    [3, 'No schema module a.ts in', ['snapshot', 'a.ts']],
    [3, 'schema/none.ts exports no struct', ['snapshot', 'schema/none.ts']],
    [3, 'The snapshot cannot be written', ['snapshot', 'schema/pair.ts', '-o', 'none/pair.ir.json']],
  ] as const)('exits with %i: %s', async (code, message, args) => {
    const result = await bytewright(...args);
    expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
    expect(result.stderr).not.toContain('    at ');
  });
});
