import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../src/doctor/diagnosis.js';
import { capture } from '../captures.js';
import { fixture } from '../containers/fixture.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const old = fixturePath('qemu-7.2/pc-i440fx-2.3-default.dev.gz');
const xen = fixturePath('xen-4.17/stdvga-traced.dev.gz');
const pc = fixturePath('qemu-7.2/pc-default-b3.dev.gz');

describe('devstate doctor', () => {
  test('finds no faults in an intact file', async () => {
    const { code, stdout, stderr } = await devstate(['doctor', xen]);
    expect([code, stderr.text]).toEqual([0, '']);
    expect(stdout.text).toContain('no faults found');
  });

  test('reports the fault, its place, the cause, and what to do', async () => {
    const { code, stdout } = await devstate([
      'doctor',
      xen,
      '--against',
      'qemu-7.2-xen',
      '--machine',
      'xenfv-4.2',
    ]);
    expect(code).toBe(1);
    for (const words of [
      'piix4-smbus',
      '"0000:00:01.3/piix4_pm"',
      'expected  `smb` after `apm`',
      '-M xenfv-3.1',
      'Unknown savevm section type 111',
    ])
      expect(stdout.text).toContain(words);
  });

  test('reports the same as JSON', async () => {
    const { code, stdout } = await devstate(['doctor', old, '--against', 'qemu-7.2', '--json']);
    const diagnosis = JSON.parse(stdout.text) as Diagnosis;
    expect(code).toBe(1);
    expect(diagnosis).toMatchObject({
      healthy: false,
      file: { footers: false, catalog: 'qemu-7.2' },
      findings: [{ cause: 'footers-missing' }, { cause: 'piix4-smbus' }, { cause: 'piix4-acpi-index' }],
      forecast: { outcome: 'refused', says: ['Missing section footer for timer'] },
    });
  });

  test('accepts a file saved by the target, and options that describe it', async () => {
    expect((await devstate(['doctor', pc, '--against', pc])).code).toBe(0);
    expect((await devstate(['doctor', pc, '--against', pc, '--footers', 'no'])).stdout.text).toContain(
      'Unknown savevm section type 126',
    );
    const off = ['--global', 'PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off'];
    const { stdout } = await devstate(['doctor', pc, '--against', 'qemu-7.2', ...off]);
    expect(stdout.text).toContain('1. piix4-bridge-hotplug');
  });

  test('reports damage, including that of gzip data', async () => {
    const { bytes } = capture('qemu-7.2/pc-default-b3.dev.gz');
    const cut = join(folder, 'cut.dev');
    writeFileSync(cut, bytes.subarray(0, 5000));
    expect(await devstate(['doctor', cut])).toMatchObject({ code: 1 });
    const packed = gzipSync(bytes);
    writeFileSync(cut, packed.subarray(0, packed.length / 2));
    const { code, stdout } = await devstate(['doctor', cut]);
    expect(code).toBe(1);
    expect(stdout.text).toContain('damaged');
  });

  test('accepts a QEMU binary', async () => {
    // a made-up one, whose tables have few devices
    const program = fixturePath('programs/tables-7.2.elf');
    const { code, stdout } = await devstate([
      'doctor',
      pc,
      '--against',
      program,
      '--machine',
      'pc-i440fx-7.2',
    ]);
    expect(code).toBe(1);
    expect(stdout.text).toContain('started with -M pc-i440fx-7.2');
    expect(stdout.text).toContain('device-unknown');
  });
});

describe('--fix', () => {
  test('writes a file that the target accepts', async () => {
    const output = join(folder, 'fixed.dev');
    const { code, stderr } = await devstate(['doctor', old, '--against', 'qemu-7.2', '--fix', '-o', output]);
    expect(code).toBe(0);
    expect(stderr.text.trim().split('\n')).toHaveLength(3);
    expect((await devstate(['doctor', output, '--against', 'qemu-7.2'])).code).toBe(0);
  });

  test('keeps the image around it', async () => {
    // made with -M pc,accel=xen, so it has data that xenfv does not accept
    const image = fixturePath('xen-4.17/minimal-neverrun.xl-save.gz');
    const output = join(folder, 'fixed.xl');
    const against = ['--against', 'qemu-7.2-xen', '--machine', 'xenfv'];
    expect((await devstate(['doctor', image, ...against])).code).toBe(1);
    expect((await devstate(['doctor', image, ...against, '--fix', '-o', output])).code).toBe(0);
    expect((await devstate(['doctor', output, ...against])).code).toBe(0);
    const before = fixture('xen-4.17/minimal-neverrun.xl-save.gz');
    expect(readFileSync(output).length).toBe(before.length - 48);
  });

  test('refuses to lose data, and writes nothing', async () => {
    const output = join(folder, 'never.dev');
    const { code, stderr } = await devstate(['doctor', xen, '--against', 'qemu-7.2', '--fix', '-o', output]);
    expect(code).toBe(1);
    expect(stderr.text).toContain('cannot be fixed');
    expect(() => readFileSync(output)).toThrow('ENOENT');
  });
});

test.each([
  [['doctor'], 'FILE is missing'],
  [['doctor', pc, '--fix'], '--fix and -o OUT require each other'],
  [['doctor', pc, '-o', 'x'], '--fix and -o OUT require each other'],
  [['doctor', pc, '--machine', 'pc'], 'requires --against'],
  [['doctor', pc, '--footers', 'no'], 'requires --against'],
  [
    ['doctor', pc, '--against', 'qemu-7.2', '--footers', 'perhaps'],
    "--footers must be one of yes, no, not 'perhaps'",
  ],
  [['doctor', pc, '--against', 'qemu-7.2', '--machine', '-x'], "'--machine"],
  [['doctor', pc, '--against', 'qemu-7.2', '--machine', '3'], '3 is not a machine type'],
  [
    ['doctor', pc, '--against', 'qemu-7.2', '--global', 'a.b=on'],
    'not a property that is known to affect the file',
  ],
  [['doctor', pc, '--against', pc, '--machine', 'pc'], 'already includes it'],
  [['doctor', pc, '--against', 'none/such'], 'cannot read none/such'],
])('rejects wrong usage %#', async (args, message) => {
  const { code, stdout, stderr } = await devstate(args);
  expect([code, stdout.text]).toEqual([2, '']);
  expect(stderr.text).toContain(message);
});
