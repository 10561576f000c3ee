import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

/** An image that `xl save` wrote of a guest, and the whole stream of a PC: their sections are those of the files beside them. */
const FILES = ['xen-4.17/minimal-neverrun.xl-save.gz', 'qemu-7.2/xen-pc-b3.mig.gz'];

const inflated = (name: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(fixturePath(name))));

async function sectionsOf(path: string): Promise<readonly { idstr: string; sectionId: number }[]> {
  const { code, stdout } = await devstate(['list', '--json', path]);
  expect(code).toBe(0);
  return JSON.parse(stdout.text).sections.map(
    ({ idstr, sectionId }: { idstr: string; sectionId: number }) => ({
      idstr,
      sectionId,
    }),
  );
}

test.each(FILES)('%s: the sections are found inside, on disk and gzipped', async (name) => {
  const beside = name.replace(/\.(xl-save|mig)\.gz$/, '.dev.gz');
  const expected = await sectionsOf(fixturePath(beside));
  const plain = join(folder, 'image');
  writeFileSync(plain, inflated(name));
  expect(await sectionsOf(fixturePath(name))).toEqual(expected);
  expect(await sectionsOf(plain)).toEqual(expected);
});

test.each(FILES)('%s: set changes one byte of the image', async (name) => {
  const before = inflated(name);
  const [plain, edited] = ['image', 'edited'].map((file) => join(folder, file));
  writeFileSync(plain!, before);
  // seconds of the clock chip's alarm, which is not set
  const { code, stderr } = await devstate(['set', plain!, 'mc146818rtc.cmosData[1]=0x2a', '-o', edited!]);
  expect([code, stderr.text]).toEqual([0, '']);
  const after = new Uint8Array(readFileSync(edited!));
  expect(after.length).toBe(before.length);
  const changed = [...before.keys()].filter((i) => before[i] !== after[i]);
  expect(changed.length).toBe(1);
  expect(after[changed[0]!]).toBe(0x2a);
  const { stdout } = await devstate(['get', edited!, 'mc146818rtc.cmosData[1]']);
  expect(stdout.text).toBe('42\n');
});

test('a damaged image is a problem of the file, told by its place in it', async () => {
  const plain = join(folder, 'image');
  const bytes = inflated(FILES[0]!);
  writeFileSync(plain, bytes.subarray(0, bytes.length - 100));
  const { code, stderr } = await devstate(['show', plain]);
  expect(code).toBe(1);
  expect(stderr.text).toMatch(/at byte \d{3,}/);
});
