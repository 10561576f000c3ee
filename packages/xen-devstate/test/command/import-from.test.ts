import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let runs = 0;

/** Runs `devstate import` into a new folder: returns its exit code, its output, and the folder. */
async function importing(...args: readonly string[]): Promise<readonly [number, string, string]> {
  const out = join(folder, `catalog-${++runs}`);
  const { code, stdout, stderr } = await devstate(['import', '-o', out, ...args]);
  return [code, stdout.text + stderr.text, out];
}

const stream = fixturePath('qemu-7.2/pc-default-b3.mig.gz');
const json = fixturePath('qemu-7.2/isapc-b2.vmdesc.json.gz');

test('--from with streams and descriptions lists each unknown value once, with its devices', async () => {
  const [code, said, out] = await importing('--from', stream, json, '--title', 'as seen');
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(
      /^\d+ descriptions in \d+ modules\n(?:.*\n)* {2}ide_drive\.identify_data: not known when it is there \(IdeDrive\d?\.identifyData\), in (?:isa-)?ide\n/,
    ),
  ]);
  expect(readFileSync(join(out, 'devices.ts'), 'utf8')).toContain("export const title = 'as seen';");
});

test('an overlay resolves unknown values of captures', async () => {
  const overlay = join(folder, 'overlay.mjs');
  writeFileSync(
    overlay,
    // QEMU hw/ide/core.c, ide_drive_pio_post_load: identify_set is set once the guest has asked
    `export const overlays = { ide_drive: { source: 'hw/ide/core.c', fields: {
       identify_data: { presentWhen: '$.identifySet.ne(0)' } } } };`,
  );
  const [, said] = await importing('--from', stream, '--from', json, '--overlay', overlay);
  expect(said).not.toContain('identify_data');
});

/** The output of `qemu-system-x86_64 -dump-vmstate` of 5.2, for two devices. */
const dump = {
  vmschkmachine: { Name: 'pc-i440fx-5.2' },
  port92: {
    Name: 'port92',
    version_id: 1,
    minimum_version_id: 1,
    Description: {
      name: 'port92',
      version_id: 1,
      minimum_version_id: 1,
      Fields: [{ field: 'outport', version_id: 0, field_exists: false, size: 1 }],
    },
  },
  AC97: {
    Name: 'ac97',
    version_id: 3,
    minimum_version_id: 2,
    Description: {
      name: 'ac97',
      version_id: 3,
      minimum_version_id: 2,
      Fields: [
        { field: 'last_samp', version_id: 0, field_exists: false, size: 4 },
        { field: 'unused', version_id: 0, field_exists: true, size: 3 },
        { field: 'later', version_id: 3, field_exists: false, size: 2, num: 4 },
      ],
      Subsections: [{ name: 'ac97/x', version_id: 1, minimum_version_id: 1, Fields: [] }],
    },
  },
  pckbd: { Name: 'pckbd', version_id: 3, minimum_version_id: 3 },
};

test('--from with a dump gives sizes, versions and subsections, and lists what is missing', async () => {
  const file = join(folder, 'dump.json');
  writeFileSync(file, JSON.stringify(dump));
  const [code, said, out] = await importing('--from', file);
  expect(code).toBe(0);
  expect(said).toContain(
    '1 unknown value:\n  ac97.unused: not known when it is there (Ac97.unused), in ac97\n',
  );
  expect(said).toMatch(/\nNo types: .*\n.*No conditions\. No devices\n/);
  expect(readFileSync(join(out, 'devices/port92.ts'), 'utf8')).toMatch(
    /^\/\/ Printed by devstate import from what -dump-vmstate says\..*\n\/\/ No types: /,
  );
  const ac97 = readFileSync(join(out, 'devices/ac97.ts'), 'utf8');
  expect(ac97).toContain("lastSamp: buffer(4).wireType('unknown').wireName('last_samp'),");
  expect(ac97).toContain("later: since(version, 3, list(buffer(2).wireType('unknown'), 4)),");
  expect(ac97).toContain("'ac97/x': Ac97X,");
});

test.each([
  [
    'a device state, which has no description',
    () => fixturePath('qemu-7.2/none.dev.gz'),
    1,
    'no VMDESCRIPTION at its end',
  ],
  ['text that is not JSON', () => fixturePath('README.md'), 1, 'README.md: '],
  ['a missing file', () => join(folder, 'missing'), 2, 'no such file'],
])('--from rejects %s', async (_, file, exit, why) => {
  const [code, said, out] = await importing('--from', file());
  expect([code, said]).toEqual([exit, expect.stringContaining(why)]);
  expect(existsSync(out)).toBe(false);
});

test('rejects a dump with other files, and modules without a binary', async () => {
  const file = join(folder, 'dump2.json');
  writeFileSync(file, JSON.stringify(dump));
  expect(await importing('--from', file, json)).toEqual([
    2,
    expect.stringContaining('together with other files'),
    expect.any(String),
  ]);
  expect(await importing('--from', json, '--module', file)).toEqual([
    2,
    expect.stringContaining('--module'),
    expect.any(String),
  ]);
});
