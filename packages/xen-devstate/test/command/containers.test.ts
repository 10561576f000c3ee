import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesSource, findDeviceState } from '../../src/containers/index.js';
import type { Migration } from '../../src/containers/migration.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

/** An image of a guest written by `xl save`, and the whole stream of a PC: their sections are those of the files next to them. */
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

test.each(FILES)('%s: finds the sections inside, on disk and gzipped', async (name) => {
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

test('reports damage in an image by its offset in the file', async () => {
  const plain = join(folder, 'image');
  const bytes = inflated(FILES[0]!);
  writeFileSync(plain, bytes.subarray(0, bytes.length - 100));
  const { code, stderr } = await devstate(['show', plain]);
  expect(code).toBe(1);
  expect(stderr.text).toMatch(/at byte \d{3,}/);
});

describe('a damaged migration stream', () => {
  const whole = (): Uint8Array => inflated('qemu-7.2/pc-default-b3.mig.gz');

  test('lists the sections before the damage, and reports the offset, if it is truncated', async () => {
    const expected = await sectionsOf(fixturePath('qemu-7.2/pc-default-b3.mig.gz'));
    const bytes = whole();
    const { sections } = migrationOf(bytes);
    expect(sections.length).toBe(expected.length);
    for (const count of [1, 7, expected.length - 1]) {
      const next = sections[count];
      const plain = join(folder, 'cut');
      writeFileSync(plain, bytes.subarray(0, (next?.payload.offset ?? 0) + 1));
      const { code, stdout, stderr } = await devstate(['list', '--json', plain]);
      expect(code).toBe(1);
      expect(stderr.text).toBe('');
      const said = JSON.parse(stdout.text) as { sections: { idstr: string }[]; error: { offset: number } };
      expect(said.sections.map(({ idstr }) => idstr)).toEqual(
        expected.slice(0, count).map(({ idstr }) => idstr),
      );
      expect(said.error.offset).toBe(next?.payload.offset);
    }
  });

  test('is rejected if a byte ends the sections too early', async () => {
    const bytes = whole();
    const { sections } = migrationOf(bytes);
    const first = sections[0]!.offset; // after memory
    bytes[first] = 0;
    const plain = join(folder, 'early');
    writeFileSync(plain, bytes);
    const { code, stdout, stderr } = await devstate(['list', plain]);
    expect(code).toBe(1);
    expect(stdout.text).not.toContain('mc146818rtc');
    expect(stderr.text).toContain(`at byte ${first} `);
    expect(stderr.text).toContain('expected the byte that ends the sections after all of them');
    const copy = await devstate([
      'set',
      plain,
      `${sections[0]!.idstr}.cpuTicksOffset=1`,
      '-o',
      join(folder, 'no'),
    ]);
    expect(copy.code).toBe(1);
  });
});

function migrationOf(bytes: Uint8Array): Migration {
  const found = findDeviceState(bytesSource(bytes), { damaged: 'what is whole' });
  if (found.kind !== 'migration') throw new TypeError('not a migration stream');
  return found.migration;
}
