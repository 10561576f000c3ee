import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession } from '@bytewright/cli';
import { describe, expect, test } from 'vitest';
import { writeDeviceState } from '../../src/cli/writing/write-device-state.js';
import { capture } from '../captures.js';
import { devstate, fakeHost } from './fake-host.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const { bytes } = capture('xen-4.17/minimal-neverrun.dev.gz');
const out = join(folder, 'out.dev');
const path = join(folder, 'followed.dev');
/** Its last device ends with a subsection, without which the bytes after it may be part of it. */
writeFileSync(path, Buffer.concat([bytes, Uint8Array.of(7, 8, 9)]));

const refused = [1, expect.stringContaining('nothing was written, because devstate verify would fail')];

describe('nothing is written if verify would fail', () => {
  test('by set', async () => {
    expect((await devstate(['verify', path])).code).toBe(0);
    const { code, stderr } = await devstate(['set', path, 'piix4_pm.subsections=[]', '-o', out]);
    expect([code, stderr.text]).toEqual(refused);
    const before = readFileSync(path);
    expect((await devstate(['set', path, 'piix4_pm.subsections=[]', '--in-place'])).code).toBe(1);
    expect([existsSync(out), Buffer.compare(readFileSync(path), before)]).toEqual([false, 0]);
  });

  test('by encode', async () => {
    const { stdout } = await devstate(['decode', path]);
    const document = JSON.parse(stdout.text);
    document.sections.at(-1).state.subsections = [];
    const input = Buffer.from(JSON.stringify(document));
    const { code, stderr } = await devstate(['encode', '-', '-o', out], { input });
    expect([code, stderr.text]).toEqual(refused);
    expect(existsSync(out)).toBe(false);
  });

  test('by the function that set and doctor --fix use', async () => {
    const how = { file: path, output: out, isPacked: false, container: undefined, options: {}, limit: 1e6 };
    const damaged = Uint8Array.from([...bytes.subarray(0, -1), 0xff]);
    const writing = writeDeviceState(damaged, how, openSession('devstate', fakeHost()));
    await expect(writing).rejects.toMatchObject({ exitCode: 1, message: refused[1] });
    expect(existsSync(out)).toBe(false);
    const place = {
      replace: async (_: Uint8Array, write: (all: Iterable<Uint8Array>) => Promise<void>) => write([bytes]),
    };
    const container = { kind: 'legacy' as const, ...place };
    const wrapping = writeDeviceState(
      capture('qemu-7.2/none.dev.gz').bytes,
      { ...how, container },
      openSession('devstate', fakeHost()),
    );
    await expect(wrapping).rejects.toThrow('it would contain a different device state');
    expect(existsSync(out)).toBe(false);
  });
});

test('set requires --allow-out-of-range for a value outside of the documented range', async () => {
  const edit = ['set', path, 'piix4_pm.pciDevice.config.command=0x8001', '-o', out];
  const { code, stderr } = await devstate(edit);
  expect([code, stderr.text]).toEqual([
    1,
    expect.stringMatching(
      /config\.command: .* is out of range: expected only bits of ioSpace, .*; use --allow-out-of-range to set it/,
    ),
  ]);
  expect(existsSync(out)).toBe(false);
  expect((await devstate([...edit, '--allow-out-of-range'])).code).toBe(0);
  const again = await devstate(['get', out, 'piix4_pm.pciDevice.config.command', '--json']);
  expect(JSON.parse(again.stdout.text)).toMatchObject({ ioSpace: true, unknown: 0x8000 });
  // bits that are already set may stay
  const kept = ['set', out, 'piix4_pm.pciDevice.config.command=0x8000', '--in-place'];
  expect((await devstate(kept)).code).toBe(0);
});
