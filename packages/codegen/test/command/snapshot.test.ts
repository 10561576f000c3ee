import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSnapshot } from '../../src/index.js';
import type { Result } from './bytewright.js';
import { Project } from './bytewright.js';

let project: Project;
let folder = '';

beforeAll(() => {
  project = new Project();
  folder = project.folder;
  project.write('schema/header.ts', [
    "import { struct, u16be } from '@bytewright/schema-dsl';",
    "export const Header = struct('Header', { kind: u16be });",
  ]);
  project.write('schema/pair.ts', [
    "import { struct, u8 } from '@bytewright/schema-dsl';",
    "import { Header } from './header.js';",
    "export const Pair = struct('Pair', { header: Header, a: u8 });",
  ]);
  project.write('schema/none.ts', ['export const none = 1;']);
});

afterAll(() => project.remove());

const bytewright = (...args: readonly string[]): Promise<Result> => project.bytewright(...args);

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
    [2, 'MODULE.ts is missing', ['snapshot']],
    [2, 'expected one MODULE.ts; unexpected b.ts', ['snapshot', 'a.ts', 'b.ts']],
    [2, "unknown option '--nope'", ['snapshot', 'a.ts', '--nope']],
    [1, 'a.ts: there is no such schema module\n1 fault in 1 module\n', ['snapshot', 'a.ts']],
    [1, 'schema/none.ts: exports no struct, only none; export what', ['snapshot', 'schema/none.ts']],
    [1, 'The snapshot cannot be written', ['snapshot', 'schema/pair.ts', '-o', 'none/pair.ir.json']],
  ] as const)('exits with %i: %s', async (code, message, args) => {
    const result = await bytewright(...args);
    expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
    expect(result.stderr).not.toContain('    at ');
  });
});
