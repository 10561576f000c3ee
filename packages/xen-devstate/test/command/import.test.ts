import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const program = fixturePath('programs/tables-7.2.elf');
const module = fixturePath('programs/module-7.2.so');

/** Runs `devstate import`: returns its exit code and output. */
async function importing(...args: readonly string[]): Promise<readonly [number, string]> {
  const { code, stdout, stderr } = await devstate(['import', ...args]);
  return [code, stdout.text + stderr.text];
}

test('writes one module per device, and prints their number', async () => {
  const out = join(folder, 'plain');
  // tables.c has 21 descriptions: 6 are parts of one device, 4 are subsections, and one has unknown values
  expect(await importing(program, '-o', out)).toEqual([
    0,
    expect.stringMatching(
      /^21 descriptions in \d+ modules\n2 unknown values:\n {2}toaster\.lever: not known how many there are \(Toaster\.lever\), in toaster\n {2}toaster\.picture: not known how many bytes it has \(Toaster\.picture\), in toaster\n$/,
    ),
  ]);
  const devices = readFileSync(join(out, 'devices.ts'), 'utf8');
  expect(devices).toContain("export const title = 'tables-7.2.elf';");
  expect(readdirSync(join(out, 'devices'))).toContain('kettle.ts');
  const [, withModule] = await importing(
    program,
    '--module',
    module,
    '-o',
    join(folder, 'oven'),
    '--title',
    'an oven',
  );
  expect(withModule).toMatch(/^22 descriptions/);
  expect(existsSync(join(folder, 'oven/devices/toaster-oven.ts'))).toBe(true);
});

test('replaces its own files, and leaves others alone', async () => {
  const out = join(folder, 'again');
  await importing(program, '--module', module, '-o', out);
  writeFileSync(join(out, 'devices/mine.ts'), '// mine\n');
  await importing(program, '-o', out);
  expect(existsSync(join(out, 'devices/toaster-oven.ts'))).toBe(false);
  expect(readFileSync(join(out, 'devices/mine.ts'), 'utf8')).toBe('// mine\n');
});

test('imports identical modules from another catalog with --like', async () => {
  await importing(program, '-o', join(folder, 'first'));
  const [code, said] = await importing(
    program,
    '-o',
    join(folder, 'second'),
    '--like',
    join(folder, 'first'),
  );
  expect(code).toBe(0);
  expect(said).toMatch(/^21 descriptions in (\d+) modules, \d+ of them shared with first\n/);
  expect(readdirSync(join(folder, 'second')).sort()).toEqual([
    'catalog.json',
    'device-state.ts',
    'devices.ts',
  ]);
  expect(readFileSync(join(folder, 'second/devices.ts'), 'utf8')).toContain(
    "import { Kettle } from '../first/devices/kettle.js';\n",
  );
  mkdirSync(join(folder, 'elsewhere'));
  const out = join(folder, 'elsewhere/third');
  expect(await importing(program, '-o', out, '--like', join(folder, 'first'))).toEqual([
    2,
    expect.stringMatching(/first is not next to .*third/),
  ]);
});

test('--calibration prints the offsets of the members, and how many descriptions confirm them', async () => {
  // counted in tables.c: structs are regs, kcs twice, parent_obj, slot, tmp and elements
  const [code, said] = await importing(fixturePath('programs/tables-11.1-packed.elf'), '--calibration');
  expect(code).toBe(0);
  expect(said).toMatch(/^20 descriptions of 65 fields\n/);
  expect(said).toContain('   72  the struct of a field: 7 in 4 descriptions\n');
  const { code: ofJson, stdout } = await devstate(['import', program, '--calibration', '--json']);
  expect(ofJson).toBe(0);
  expect(JSON.parse(stdout.text).members).toContainEqual({
    ...{ member: 'the struct of a field', at: 80, confirmed: 7, descriptions: 4, against: 0 },
  });
  expect(await importing('--calibration', '--from', program)).toEqual([2, expect.any(String)]);
});

test('exits with 1 and explains why for a file without such tables, or of another kind', async () => {
  const cut = join(folder, 'cut.elf');
  writeFileSync(cut, readFileSync(program).subarray(0, 5000));
  const text = fixturePath('README.md');
  const out = join(folder, 'none');
  expect(await importing(module, '-o', out)).toEqual([
    1,
    expect.stringMatching(/0 fields of device state.*is this a QEMU system emulator\?/),
  ]);
  expect(await importing(cut, '-o', out)).toEqual([
    1,
    expect.stringMatching(/cut\.elf: .* of a file of 5000 bytes/),
  ]);
  expect(await importing(text, '-o', out)).toEqual([1, expect.stringMatching(/README\.md: magic at byte 0/)]);
  expect(existsSync(out)).toBe(false);
});

test('exits with 2 for wrong usage, and for a file that cannot be read', async () => {
  const out = join(folder, 'none');
  expect(await importing(program)).toEqual([
    2,
    expect.stringContaining('-o requires the folder to write to'),
  ]);
  expect(await importing('-o', out)).toEqual([2, expect.any(String)]);
  expect(await importing(join(folder, 'missing'), '-o', out)).toEqual([
    2,
    expect.stringContaining('no such file'),
  ]);
  expect(await importing(program, '-o', out, '--module', join(folder, 'missing.so'))).toEqual([
    2,
    expect.stringContaining('no such file'),
  ]);
  expect(await importing(program, '-o', program)).toEqual([2, expect.any(String)]);
});
