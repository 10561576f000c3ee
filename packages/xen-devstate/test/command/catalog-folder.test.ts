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

test('--catalog accepts the folder of an imported catalog, without installed packages', async () => {
  const { stdout, stderr, code } = await devstate(['verify', file, '--catalog', catalog]);
  expect([code, stderr.text]).toEqual([0, '']);
  expect(stdout.text).toContain('byte-exact, 15 sections, 15 decoded, 0 verbatim');
  const known = await devstate(['devices', 'ioapic', '--catalog', catalog]);
  expect(known.stdout.text).toMatch(/^ioapic of a microvm, catalog as-seen\n/);
});

test('encodes a document decoded with an imported catalog only if it is given again', async () => {
  const out = join(folder, 'out.json');
  await devstate(['decode', file, '--catalog', catalog, '-o', out]);
  const back = await devstate(['encode', out, '--catalog', catalog]);
  expect(back.code).toBe(0);
  expect(back.stdout.bytes.subarray(0, 4).toString()).toBe('QEVM');
  const without = await devstate(['encode', out]);
  expect([without.code, without.stderr.text]).toEqual([1, expect.stringContaining('catalog')]);
});

test.each([
  ['a missing folder', 'missing', undefined, 'unknown catalog'],
  [
    'a folder with an invalid list of devices',
    'wrong',
    'export const devices = { timer: 1 };',
    'does not export a list of devices',
  ],
  ['a folder that cannot be loaded', 'broken', 'export const = 1;', 'cannot load'],
])('rejects %s', async (_, name, text, why) => {
  const path = join(folder, name);
  if (text !== undefined) {
    mkdirSync(path);
    writeFileSync(join(path, 'devices.js'), text);
  }
  const { code, stderr } = await devstate(['list', file, '--catalog', path]);
  expect([code, stderr.text]).toEqual([2, expect.stringContaining(why)]);
});
