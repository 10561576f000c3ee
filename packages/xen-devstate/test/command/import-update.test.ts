import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const program = fixturePath('programs/tables-7.2.elf');
const module = fixturePath('programs/module-7.2.so');
let out = '';
let runs = 0;

beforeEach(() => {
  out = join(folder, `catalog-${++runs}`);
});

/** Runs `devstate import` into the folder of the test: returns its exit code and output. */
async function importing(file: string, ...args: readonly string[]): Promise<readonly [number, string]> {
  const { code, stdout, stderr } = await devstate(['import', file, '-o', out, ...args]);
  return [code, stdout.text + stderr.text];
}

/** The program with some names replaced by others of the same length. */
function renamed(name: string, ...renames: readonly (readonly [from: string, to: string])[]): string {
  let text = readFileSync(program, 'latin1');
  for (const [from, to] of renames) text = text.replaceAll(`${from}\0`, `${to}\0`);
  const file = join(folder, name);
  writeFileSync(file, text, 'latin1');
  return file;
}

describe('into a folder with a catalog', () => {
  test('changes nothing for the same program', async () => {
    await importing(program);
    const [code, said] = await importing(program);
    expect(code).toBe(0);
    expect(said.split('\n').slice(1)).toEqual([
      '0 devices added',
      '0 devices removed',
      '0 devices changed',
      '0 new unknown values',
      '2 unknown values unchanged',
      '',
    ]);
    expect(JSON.parse((await importing(program, '--json'))[1])).toMatchObject({
      isUpdate: true,
      files: { written: [], removed: [], edited: [] },
    });
  });

  test('lists added and removed devices, and removed files', async () => {
    await importing(program);
    expect((await importing(program, '--module', module))[1]).toContain(
      // the oven of module.c contains a toaster, which then is not a device of its own
      '\n1 device added: toaster oven\n1 device removed: toaster\n',
    );
    const [, said] = await importing(program);
    expect(said).toContain('\n1 device removed: toaster oven\n');
    expect(said).toContain('\ndevices/toaster-oven.ts: removed\n');
    expect(existsSync(join(out, 'devices/toaster-oven.ts'))).toBe(false);
  });

  test('lists a renamed field in all devices that have it', async () => {
    await importing(program);
    // in a struct of the kettle, and in a subsection; see tables.c
    const other = renamed('other.elf', ['watts', 'volts'], ['open', 'shut']);
    const [, said] = await importing(other, '--title', 'tables-7.2.elf');
    expect(said).toContain(
      '\n1 device changed:\n  kettle: KettleElement +volts -watts; KettleLid +shut -open\n',
    );
  });

  test('reports new unknown values with what is missing, and resolved ones', async () => {
    const overlay = join(folder, 'overlay.ts');
    // a user's knowledge about the toaster of tables.c
    writeFileSync(
      overlay,
      `export const overlays = { toaster: { source: 'tables.c', fields: {
         lever: { count: '2' }, picture: { size: '3' }, crumb: { name: 'crumbs' } } } };\n`,
    );
    await importing(program);
    const [, filled] = await importing(program, '--overlay', overlay);
    expect(filled).toContain(
      '\n0 new unknown values\n2 unknown values resolved:\n  toaster: Toaster.lever\n  toaster: Toaster.picture\n',
    );
    expect(filled).toContain('\noverlay: toaster.crumb does not exist\n');
    expect(readFileSync(join(out, 'devices/toaster.ts'), 'utf8')).toContain(
      'lever: since(version, 6, list(uint8, 2))',
    );
    const [, opened] = await importing(program);
    expect(opened).toContain(
      '\n2 new unknown values:\n  toaster.lever: not known how many there are (Toaster.lever), in toaster\n',
    );
  });

  test('prints the same and writes nothing with --dry-run', async () => {
    await importing(program, '--module', module);
    const before = readdirSync(join(out, 'devices'));
    const [, said] = await importing(program, '--dry-run', '--title', 'another');
    expect(said).toContain('\n1 device removed: toaster oven\n');
    expect(said).toContain('\ndevices/toaster-oven.ts: would be removed\n');
    expect(said).toMatch(/\n3 files would be written\n$/); // the toaster, the list of devices, and the manifest
    expect(readdirSync(join(out, 'devices'))).toEqual(before);
  });
});

describe('files edited by hand', () => {
  test('are not overwritten, but listed', async () => {
    await importing(program, '--module', module);
    const kettle = join(out, 'devices/kettle.ts');
    const edited = `${readFileSync(kettle, 'utf8')}// mine\n`;
    writeFileSync(kettle, edited);
    writeFileSync(join(out, 'devices/toaster-oven.ts'), 'export {};\n'); // without its first line
    const [code, said] = await importing(program);
    expect([code, said]).toEqual([
      1,
      `devstate: devices/kettle.ts, devices/toaster-oven.ts in ${out}: edited since the last import; --force replaces it (use an overlay to keep your changes)\n`,
    ]);
    expect(readFileSync(kettle, 'utf8')).toBe(edited);
    expect(await importing(program, '--force')).toEqual([
      0,
      expect.stringContaining('devices/toaster-oven.ts: removed'),
    ]);
    expect(readFileSync(kettle, 'utf8')).not.toContain('// mine');
  });

  test('include a file that no import wrote', async () => {
    await importing(program);
    writeFileSync(join(out, 'devices/toaster-oven.ts'), 'export const mine = 1;\n');
    expect(await importing(program, '--module', module)).toEqual([
      1,
      expect.stringContaining('devices/toaster-oven.ts in'),
    ]);
  });

  test('do not include files outside of the folder that a manifest names', async () => {
    await importing(program);
    const manifest = join(out, 'catalog.json');
    const target = join(folder, 'target.ts');
    writeFileSync(target, 'export {};\n');
    const content = JSON.parse(readFileSync(manifest, 'utf8')) as { files: Record<string, string> };
    content.files['../target.ts'] = '00';
    writeFileSync(manifest, JSON.stringify(content));
    expect((await importing(program, '--force'))[0]).toBe(0);
    expect(existsSync(target)).toBe(true);
  });
});

test.each([
  ['a missing module', undefined, 'no such file'],
  ['a module without overlays', 'export const other = 1;', 'the export "overlays" is not an object'],
  ['a missing source', 'export const overlays = { a: { fields: {} } };', 'source is not a string'],
  [
    'an unknown member',
    "export const overlays = { a: { source: '', fields: { b: { cuont: '2' } } } };",
    'cuont is not a known member of an overlay',
  ],
  ['a syntax error', 'export const = 1;', 'cannot load'],
])('rejects an overlay with %s', async (name, text, why) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.mjs`);
  if (text !== undefined) writeFileSync(file, text);
  expect(await importing(program, '--overlay', file)).toEqual([2, expect.stringContaining(why)]);
  expect(existsSync(out)).toBe(false);
});
