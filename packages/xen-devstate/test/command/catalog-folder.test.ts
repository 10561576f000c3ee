import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const catalog = join(folder, 'as-seen');
const file = fixturePath('qemu-7.2/microvm.dev.gz');

beforeAll(async () => {
  const description = fixturePath('qemu-7.2/microvm.vmdesc.json.gz');
  await devstate(['import', '--from', description, '-o', catalog, '--title', 'a microvm']);
});

test('--catalog takes a folder that an import wrote, with nothing installed for it', async () => {
  const { stdout, stderr, code } = await devstate(['verify', file, '--catalog', catalog]);
  expect([code, stderr.text]).toEqual([0, '']);
  expect(stdout.text).toContain('byte-exact, 15 sections, 15 decoded, 0 verbatim');
  const known = await devstate(['devices', 'ioapic', '--catalog', catalog]);
  expect(known.stdout.text).toMatch(/^ioapic of a microvm, catalog as-seen\n/);
});

test('a document of it is encoded with it, and not without', async () => {
  const out = join(folder, 'out.json');
  await devstate(['decode', file, '--catalog', catalog, '-o', out]);
  const back = await devstate(['encode', out, '--catalog', catalog]);
  expect(back.code).toBe(0);
  expect(back.stdout.bytes.subarray(0, 4).toString()).toBe('QEVM');
  const without = await devstate(['encode', out]);
  expect([without.code, without.stderr.text]).toEqual([1, expect.stringContaining('catalog')]);
});

test.each([
  ['no folder', 'missing', undefined, 'no catalog'],
  [
    'a folder with a list that is none',
    'wrong',
    'export const devices = { timer: 1 };',
    'exports no list of devices',
  ],
  ['one that cannot be loaded', 'broken', 'export const = 1;', 'cannot load'],
])('%s is refused', async (_, name, text, why) => {
  const path = join(folder, name);
  if (text !== undefined) {
    mkdirSync(path);
    writeFileSync(join(path, 'devices.js'), text);
  }
  const { code, stderr } = await devstate(['list', file, '--catalog', path]);
  expect([code, stderr.text]).toEqual([2, expect.stringContaining(why)]);
});
