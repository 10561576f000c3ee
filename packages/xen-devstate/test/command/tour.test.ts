import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editOneByte } from '../../src/cli/edit-one-byte.js';
import { runTour } from '../../src/cli/run-tour.js';
import { openFile } from '../../src/open/opened-file.js';
import { capture, someCaptures } from '../captures.js';
import { deviceStateBytes } from './device-state-bytes.js';
import { fakeHost } from './fake-host.js';
import { fixturePath } from './fixture-path.js';

describe('the tour', () => {
  test.each(someCaptures.map(({ file }) => [file]))('succeeds for %s', async (file) => {
    const host = fakeHost();
    expect(await runTour([fixturePath(file)], host)).toBe(0);
    expect(host.stdout.text).toContain('byte for byte. Nothing was written.');
    expect(host.stdout.text).toMatch(/only byte \d+ \(0x[0-9a-f]+\) differs/);
    expect(host.stdout.text).not.toContain('FAIL');
  });

  test('uses the capture of a real Xen guest by default', async () => {
    const host = fakeHost();
    expect([await runTour([], host), host.stderr.text]).toEqual([0, '']);
    const { text } = host.stdout;
    expect(text).toContain('208049 bytes after inflating, 26 sections, without footers');
    // the clock's section begins at 3395 with a header of 25 bytes; its memory is the first 128 bytes of the payload
    expect(text).toContain('ok  edited: sections[11].state.cmosData[15] of mc146818rtc');
    expect(text).toContain('ok  compared with the file: only byte 3435 (0xd6b) differs');
    expect(text).not.toContain('FAIL');
  });

  test('shows the readable part of a damaged file, and the error', async () => {
    const damaged = fakeHost({ input: capture('qemu-7.2/none.dev.gz').bytes.subarray(0, 300) });
    expect(await runTour(['-'], damaged)).toBe(1);
    expect(damaged.stdout.text).toContain('slirp');
    expect(damaged.stderr.text).toContain('sections[2].payload at byte 236');
  });

  test('exits with 2 for a missing file', async () => {
    const host = fakeHost({ env: { INIT_CWD: dirname(fixturePath('manifest.json')) } });
    expect(await runTour(['none/such'], host)).toBe(2);
    expect(host.stderr.text).toContain('no such file or folder');
  });

  test('succeeds for a file with nothing to edit', async () => {
    const host = fakeHost({ input: deviceStateBytes(false, []) });
    expect(await runTour(['-'], host)).toBe(0);
    expect(host.stdout.text).toContain('no section has a payload');
  });

  test.each([
    [['a', 'b'], 2],
    [['--wrong'], 2],
    [['--help'], 0],
    [['--version'], 0],
  ])('with %j exits with %i', async (args, code) => {
    expect(await runTour(args, fakeHost())).toBe(code);
  });
});

describe('editOneByte', () => {
  test('changes the byte that tells the firmware how the machine was shut down', async () => {
    const payload = Uint8Array.from({ length: 128 }, (_, i) => i);
    const bytes = deviceStateBytes(true, [
      { id: 1, name: 'timer', payload: [1, 2, 3] },
      { id: 2, name: '0000:00:01.0/mc146818rtc', payload },
    ]);
    const edit = editOneByte(await openFile(bytes));
    expect(edit).toMatchObject({ path: 'sections[1].payload[15]', before: 15, after: 14, isReadBack: true });
    const expected = bytes.slice();
    expected[bytes.indexOf(0x7e) + 5 + 14 + 24 + 15] = 14;
    expect(edit?.bytes).toEqual(expected);
  });

  test('uses another value if the first one would make the file decode differently', async () => {
    // the payload is 05, then a header: 04 would itself begin a header, so that the payload would be empty
    const bytes = deviceStateBytes(false, [
      { id: 0, name: 'a', payload: [0x05, 0, 0, 0, 7, 1, 0x62, 0, 0, 0, 0, 0, 0, 0, 1] },
    ]);
    const file = await openFile(bytes);
    expect(file.sections.length).toBe(1);
    expect(editOneByte(file)).toMatchObject({ path: 'sections[0].payload[0]', before: 5, after: 7 });
  });
});
