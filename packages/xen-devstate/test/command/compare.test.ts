import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { SidesComparison } from '../../src/compare/compare-sides.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const xen = fixturePath('xen-4.17/cirrus-usbtablet-e1000.dev.gz');
const old = fixturePath('qemu-7.2/xen-pc-b3.vmdesc.json.gz');
const tables = fixturePath('programs/tables-7.2.elf');

describe('devstate compare', () => {
  test('prints the differences, and exits with 1', async () => {
    const { code, stdout } = await devstate(['compare', 'qemu-7.2', 'qemu-10.0', 'globalstate', 'hpet']);
    expect(code).toBe(1);
    expect(stdout.text.split('\n')).toEqual([
      'QEMU 7.2 (Debian, x86_64) → QEMU 10.0 (Debian, x86_64)',
      '',
      'globalstate',
      '  runstate: 100 bytes → 32 bytes',
      '  + has_vm_was_suspended: uint8, 1 byte',
      '  + vm_was_suspended: uint8, 1 byte',
      '  + unused: buffer, 66 bytes',
      '  qemu-7.2 → qemu-10.0: depends: runstate (100 bytes) is read as runstate (32 bytes), has_vm_was_suspended (1 byte), vm_was_suspended (1 byte), unused (66 bytes)',
      '  qemu-10.0 → qemu-7.2: depends: runstate (32 bytes), has_vm_was_suspended (1 byte), vm_was_suspended (1 byte), unused (66 bytes) is read as runstate (100 bytes)',
      '',
      'Renamed or retyped without a change on the wire:',
      '  hpet: num_timers renamed to num_timers_save',
      '',
      'hpet: no difference on the wire',
      '  Both define these subsections, which are sent only if the state requires them: hpet/rtc_irq_level, hpet/offset',
      '',
      '1 of 2 devices that both sides have differ on the wire',
      '',
    ]);
  });

  test('exits with 0 if only a name differs', async () => {
    expect((await devstate(['compare', 'qemu-7.2', 'qemu-10.0', 'hpet'])).code).toBe(0);
  });

  test('prints JSON', async () => {
    const { code, stdout } = await devstate(['compare', 'qemu-7.2', 'qemu-10.0', '--json']);
    const { before, after, devices } = JSON.parse(stdout.text) as SidesComparison;
    expect([code, before.name, after.name, devices.length]).toEqual([1, 'qemu-7.2', 'qemu-10.0', 14]);
  });

  test('prints Markdown with escaped names', async () => {
    const { code, stdout } = await devstate(['compare', 'qemu-7.2', 'qemu-10.0', 'sd-card', '--markdown']);
    expect(code).toBe(1);
    expect(stdout.text).toContain('| `sd-card` | survives | loads wrongly |\n');
    expect(stdout.text).toContain('- if sd-card/ext\\_csd\\_modes-state is sent: says ');
  });

  test.each([
    ['difference', 'sb16', 1],
    ['forward', 'sb16', 0],
    ['backward', 'sb16', 1],
    ['never', 'sb16', 0],
    ['backward', 'i8259', 0],
  ])('with --fail-on %s, %s gives exit code %i', async (what, device, expected) => {
    const { code } = await devstate(['compare', 'qemu-7.2', 'qemu-10.0', device, '--fail-on', what]);
    expect(code).toBe(expected);
  });

  test('accepts captures, files, binaries and folders of catalogs', async () => {
    const catalog = fileURLToPath(new URL('../../src/catalogs/qemu-7.2', import.meta.url));
    for (const [a, b] of [
      [old, 'qemu-7.2'],
      [xen, 'qemu-7.2-xen'],
      [tables, tables],
      [catalog, 'qemu-7.2'],
    ] as const) {
      const { code, stdout, stderr } = await devstate(['compare', a, b]);
      expect([code, stderr.text]).toEqual([0, '']);
      expect(stdout.text).toMatch(/no difference on the wire in the \d+ devices that both sides have\n$/);
    }
  });

  test('explains why something cannot be compared, and exits with 2, or 3 if it is damaged', async () => {
    const exiting =
      (expected: number) =>
      async (...args: string[]): Promise<string> => {
        const { code, stderr } = await devstate(['compare', ...args]);
        expect(code).toBe(expected);
        return stderr.text;
      };
    const [wrong, unknown] = [exiting(2), exiting(3)];
    const text = join(folder, 'text.json');
    writeFileSync(text, '{"devices": 1}');
    const broken = join(folder, 'broken.elf');
    writeFileSync(broken, Buffer.from('7f454c46020101', 'hex'));
    expect(await wrong('qemu-7.2')).toContain('B is missing');
    expect(await wrong('qemu-7.2', 'no-such-file')).toContain('no such file or folder');
    expect(await wrong('qemu-7.2', '-')).toContain('standard input cannot be compared');
    expect(await wrong('qemu-7.2', folder)).toContain('is not a catalog: it has no devices.ts');
    const unfinished = join(folder, 'unfinished');
    mkdirSync(unfinished);
    writeFileSync(
      join(unfinished, 'devices.ts'),
      'export const devices = {};\nexport const title: string = ;\n',
    );
    expect(await wrong('qemu-7.2', unfinished)).toMatch(
      /cannot be loaded: .*devices\.ts:2:30: Unexpected token\n$/,
    );
    expect(await unknown('qemu-7.2', text)).toContain('devices');
    expect(await unknown('qemu-7.2', broken)).toContain('broken.elf');
    expect(await wrong('qemu-7.2', 'qemu-10.0', 'hpett')).toContain(
      'neither side has a device "hpett"; similar names: hpet',
    );
    expect(await wrong('qemu-7.2', 'qemu-10.0', '--json', '--markdown')).toContain('cannot be combined');
    expect(await wrong('qemu-7.2', 'qemu-10.0', '--fail-on', 'x')).toContain('--fail-on must be one of');
  });
});
