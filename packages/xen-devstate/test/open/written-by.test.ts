import { expect, test } from 'vitest';
import { openDeviceState } from '../../src/index.js';
import { writtenBy } from '../../src/open/written-by.js';
import { capture, captures } from '../captures.js';
import { devstate } from '../command/fake-host.js';
import { fixturePath } from '../command/fixture-path.js';

const pcs = captures.filter(({ file }) => !/aarch64|s390x|riscv|ppc/.test(file));

test.each(pcs)(
  '$file: the version that wrote it is the guess, or among those that fit as well',
  ({ file, bytes }) => {
    const guess = writtenBy(openDeviceState(bytes), bytes);
    // Debian's Xen 4.17 has QEMU 7.2
    const version = file.startsWith('xen-4.17/') ? '7.2' : (/^qemu-([^/]*)/.exec(file)?.[1] ?? '');
    const versions = [guess.catalog, ...guess.alike].map((name) => name.replace(/^qemu-|-xen$/g, ''));
    expect(versions).toContain(version);
    expect(guess.isOtherVersion).toBe(false);
    // where it says that it is sure, it is right
    if (guess.certainty !== 'several') expect(versions).toEqual([version]);
  },
);

test('the order of sections tells all PCs, and a microvm of 11.1', () => {
  const unsure = pcs.filter(({ bytes }) => writtenBy(openDeviceState(bytes), bytes).certainty === 'several');
  expect(unsure.map(({ file }) => file)).toEqual(['qemu-7.2/microvm.dev.gz', 'qemu-7.2/none.dev.gz']);
});

test('decoded as a version that did not write it, each section says so', async () => {
  const file = fixturePath('qemu-11.1/pc-scsi-hbas.dev.gz');
  const { stdout } = await devstate(['list', file, '--qemu', '10.0']);
  const [, line, , ...rows] = stdout.text.trimEnd().split('\n');
  expect(line).toMatch(/^decoded as QEMU 10\.0 .* but another version wrote it/);
  expect(rows.filter((row) => row.includes('schema of 10.0')).length).toBeGreaterThan(30);
  const shown = await devstate(['show', file, '--qemu', '10.0']);
  expect(shown.stdout.text.split('\n')[1]).toBe(line);
  const json = await devstate(['list', file, '--qemu', '10.0', '--json']);
  expect(JSON.parse(json.stdout.text).writtenBy).toMatchObject({ certainty: 'asked', isOtherVersion: true });
});

test('a version that there is no catalog of, and two ways to say one', async () => {
  const file = fixturePath('qemu-7.2/none.dev.gz');
  expect(await devstate(['list', file, '--qemu', '9.9'])).toMatchObject({
    code: 2,
    stderr: { text: 'devstate: no catalog of QEMU 9.9: there is 11.1, 10.0, 7.2\n' },
  });
  const { code, stderr } = await devstate(['list', file, '--qemu', '7.2', '--catalog', 'qemu-7.2']);
  expect([code, stderr.text]).toEqual([
    2,
    expect.stringContaining('--catalog and --qemu cannot be combined'),
  ]);
  expect((await devstate(['list', file, '--qemu', '7.2'])).stdout.text).not.toContain('decoded as');
});

test('a guess may be wrong only where it says so', () => {
  const { bytes } = capture('qemu-7.2/none.dev.gz');
  expect(writtenBy(openDeviceState(bytes), bytes)).toEqual({
    ...{ catalog: 'qemu-11.1', title: 'QEMU 11.1 (Debian, x86_64)', certainty: 'several' },
    ...{ alike: ['qemu-10.0', 'qemu-7.2', 'qemu-10.0-xen', 'qemu-7.2-xen'], isOtherVersion: false },
  });
});
