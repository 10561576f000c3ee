import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture } from '../containers/fixture.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const arm = fixturePath('qemu-10.0/aarch64-virt.dev.gz');
const armLayout = fixturePath('qemu-10.0/aarch64-virt.vmdesc.json.gz');
const pc = fixturePath('qemu-7.2/xen-pc-b3.dev.gz');

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await devstate(args);
  expect([code, stderr.text]).toEqual([0, '']);
  return stdout.text;
}

test('decodes the fields of a machine that no catalog knows', async () => {
  // `mr` is the clock chip's match register, which was never set
  expect(await printed('get', arm, 'pl031.mr', '--layout', armLayout)).toBe('0\n');
  expect(await printed('list', arm, '--layout', armLayout)).not.toContain('verbatim');
  expect(await printed('verify', arm, '--layout', armLayout)).toContain('20 decoded, 0 verbatim');
  expect(await printed('show', arm, 'pl031', '--layout', armLayout)).toMatch(/^pl031: sections\[/);
});

test('accepts a migration stream of the machine, or an uncompressed description, as layout', async () => {
  const stream = fixturePath('qemu-7.2/xen-pc-b3.mig.gz');
  expect(await printed('verify', pc, '--layout', stream)).toContain('33 decoded, 0 verbatim');
  const plainStream = join(folder, 'same-machine.mig');
  writeFileSync(plainStream, fixture('qemu-7.2/xen-pc-b3.mig.gz'));
  expect(await printed('verify', pc, '--layout', plainStream)).toContain('33 decoded, 0 verbatim');
  const plain = join(folder, 'description.json');
  writeFileSync(plain, fixture('qemu-7.2/xen-pc-b3.vmdesc.json.gz'));
  expect(await printed('verify', pc, '--layout', plain)).toContain('33 decoded, 0 verbatim');
});

test('set writes one field, and decode and encode round-trip', async () => {
  const edited = join(folder, 'edited.dev');
  await printed('set', arm, 'pl031.mr=77', '-o', edited, '--layout', armLayout);
  expect(await printed('get', edited, 'pl031.mr', '--layout', armLayout)).toBe('77\n');
  const document = join(folder, 'arm.json');
  await printed('decode', arm, '-o', document, '--layout', armLayout);
  const again = join(folder, 'again.dev');
  await printed('encode', document, '-o', again, '--layout', armLayout);
  expect(await printed('diff', arm, again, '--layout', armLayout)).toBe('');
  const without = await devstate(['encode', document, '-o', again]);
  expect(without.code).toBe(1);
  expect(without.stderr.text).toContain('as no layout was given');
});

test.each([
  ['a missing file', join(folder, 'none'), 'cannot read'],
  ['a device state', pc, 'is not a layout'],
  ['something else', fixturePath('README.md'), 'is not a layout'],
])('rejects %s as layout', async (_, layout, message) => {
  const { code, stdout, stderr } = await devstate(['list', arm, '--layout', layout]);
  expect([code, stdout.text]).toEqual([2, '']);
  expect(stderr.text).toContain(message);
});

test('rejects a catalog with a layout', async () => {
  const { code, stderr } = await devstate(['list', arm, '--layout', armLayout, '--catalog', 'qemu-7.2']);
  expect(code).toBe(2);
  expect(stderr.text).toContain('--catalog and --layout cannot be combined');
});
