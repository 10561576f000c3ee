import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capture, captures } from '../captures.js';
import { deviceStateBytes } from './device-state-bytes.js';
import { devstate, Sink } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();

interface Listed {
  readonly size: number;
  readonly footers: boolean | null;
  readonly sections: readonly Record<string, unknown>[];
  readonly trailing: number;
  readonly error: Record<string, unknown> | null;
}

async function listJson(
  file: string,
  input?: Uint8Array,
): Promise<{ code: number; listed: Listed; stderr: string }> {
  const { code, stdout, stderr } = await devstate(['list', '--json', file], input ? { input } : {});
  return { code, listed: JSON.parse(stdout.text) as Listed, stderr: stderr.text };
}

// 8: header of 19 bytes, payload of 2, footer of 5; 34: header of 15 + 1, payload of 3, footer; 58: end, 2 more
const handmade = deviceStateBytes(
  true,
  [
    { id: 2, name: 'timer', version: 2, payload: [0xaa, 0xbb] },
    { id: 70, name: '/', instance: 9, version: 0x20081125, payload: [1, 2, 3] },
  ],
  [0xee, 0xff],
);

describe('devstate list --json', () => {
  test('reports all offsets', async () => {
    const { code, listed, stderr } = await listJson('-', handmade);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const [decodedBy, device, footer, end] = ['verbatim', null, true, 'footer'];
    expect(listed).toStrictEqual({
      // nothing in two unknown sections tells who wrote them
      writtenBy: {
        ...{ catalog: 'qemu-11.1', title: 'QEMU 11.1 (Debian, x86_64)', certainty: 'several' },
        ...{ alike: ['qemu-10.0', 'qemu-7.2', 'qemu-10.0-xen', 'qemu-7.2-xen'], isOtherVersion: false },
      },
      file: '-',
      size: 60,
      footers: true,
      sections: [
        {
          offset: 8,
          sectionId: 2,
          idstr: 'timer',
          instanceId: 0,
          versionId: 2,
          payloadOffset: 27,
          payloadLength: 2,
          footer,
          end,
          device,
          decodedBy,
        },
        {
          offset: 34,
          sectionId: 70,
          idstr: '/',
          instanceId: 9,
          versionId: 0x20081125,
          payloadOffset: 49,
          payloadLength: 3,
          footer,
          end,
          device,
          decodedBy,
        },
      ],
      trailing: 2,
      error: null,
    });
    expect(Object.keys(listed)).toEqual([
      ...['file', 'size', 'footers', 'sections', 'trailing', 'error', 'writtenBy'],
    ]);
    expect(Object.keys(listed.sections[0]!)).toEqual([
      ...['offset', 'sectionId', 'idstr', 'instanceId', 'versionId', 'payloadOffset', 'payloadLength'],
      ...['footer', 'end', 'device', 'decodedBy'],
    ]);
  });

  test('reports ends by headers and the end of the file for a file without footers', async () => {
    const bytes = deviceStateBytes(false, [
      { id: 0, name: 'a', payload: [] },
      { id: 1, name: 'b', payload: [5] },
    ]);
    const { listed } = await listJson('-', bytes);
    expect(listed.footers).toBe(false);
    expect(
      listed.sections.map(({ offset, payloadLength, footer, end }) => [offset, payloadLength, footer, end]),
    ).toEqual([
      [8, 0, false, 'header'],
      [23, 1, false, 'eof'],
    ]);
  });

  test.each(captures.map((one) => [one.file, one] as const))(
    'agrees with the manifest on %s',
    async (file, one) => {
      const { code, listed } = await listJson(fixturePath(file));
      expect(code).toBe(0);
      expect(listed.size).toBe(one.bytes.length);
      expect(listed.footers).toBe(one.footers);
      expect(listed.sections.length).toBe(one.sections);
      expect(listed.trailing).toBe(0);
      // the sections cover the file: each begins where the previous one ended
      let at = 8;
      for (const { offset, payloadOffset, payloadLength, idstr } of listed.sections) {
        expect(offset).toBe(at);
        expect(payloadOffset).toBe(at + 14 + String(idstr).length);
        at = Number(payloadOffset) + Number(payloadLength) + (one.footers ? 5 : 0);
      }
      expect(at).toBe(one.bytes.length - 1);
    },
  );

  test('reports the known payload sizes of a real Xen guest', async () => {
    const { listed } = await listJson(fixturePath('xen-4.17/cirrus-usbtablet-e1000.dev.gz'));
    const sizes = new Map(
      listed.sections.map(({ idstr, payloadLength }) => [String(idstr).split('/').at(-1), payloadLength]),
    );
    const known = {
      timer: 24,
      cpu: 1347,
      PCIBUS: 516,
      I440FX: 277,
      dma: 75,
      mc146818rtc: 245,
      'usb-ptr': 298,
      cirrus_vga: 1870,
      e1000: 198785,
    };
    expect(Object.fromEntries(Object.keys(known).map((name) => [name, sizes.get(name)]))).toEqual(known);
  });
});

describe('devstate list', () => {
  test('prints one line per section, with numbers aligned to the right', async () => {
    const { code, stdout } = await devstate(['list', '-'], { input: handmade });
    expect(code).toBe(0);
    expect(stdout.text.split('\n')).toEqual([
      'standard input: 60 bytes, 2 sections, with footers',
      '2 sections of devices that no catalog knows: see --layout, or devstate import',
      'offset  id  name   instance     version  payload  footer  end     decoded by  device',
      '     8   2  timer         0           2        2  yes     footer  verbatim',
      '    34  70  /             9  0x20081125        3  yes     footer  verbatim',
      '2 bytes after the state, not all zero',
      '',
    ]);
  });

  test('truncates long lines only on a terminal', async () => {
    const name = 'n'.repeat(255);
    const input = deviceStateBytes(true, [{ id: 0, name, payload: [1] }]);
    const piped = await devstate(['list', '-'], { input });
    expect(piped.stdout.text).toContain(name);
    expect(piped.stdout.text.trimEnd().split('\n').length).toBe(4);

    const terminal = await devstate(['list', '-'], {
      input,
      stdout: new Sink({ isTTY: true, columns: 80 }),
      env: { NO_COLOR: '1' },
    });
    const rows = terminal.stdout.text.trimEnd().split('\n');
    expect(rows.length).toBe(4);
    expect(Math.max(...rows.map((row) => row.length))).toBe(80);
  });

  test('reports the inflated size of a gzip file', async () => {
    const file = fixturePath('qemu-7.2/none.dev.gz');
    const { stdout } = await devstate(['list', file]);
    expect(stdout.text.split('\n')[0]).toBe(`${file}: 346 bytes after inflating, 3 sections, with footers`);
  });
});

describe('a damaged file', () => {
  // none.dev has three sections: timer at 8, slirp at 56, globalstate at 211 with its payload at 236
  const whole = capture('qemu-7.2/none.dev.gz').bytes;

  test('shows everything before the damage, then the error', async () => {
    const { code, stdout, stderr } = await devstate(['list', '-'], { input: whole.subarray(0, 300) });
    expect(code).toBe(1);
    expect(stdout.text).toMatch(/^ +8 +0 {2}timer/m);
    expect(stdout.text).toMatch(/^ +56 +4 {2}slirp/m);
    expect(stdout.text).not.toContain('globalstate');
    expect(stderr.text).toMatch(
      /^devstate: standard input: sections\[2\]\.payload at byte 236 \(0xec\): expected /,
    );
    expect(stderr.text).toContain('in section 2 "globalstate" with id 5 that begins at byte 211');
    expect(stderr.text.split('\n').length).toBe(2);
  });

  test('gives the same as JSON, with the error in it and nothing on stderr', async () => {
    const { code, listed, stderr } = await listJson('-', whole.subarray(0, 300));
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(listed.size).toBe(300);
    expect(listed.footers).toBe(true);
    expect(listed.sections.map(({ offset, end }) => [offset, end])).toEqual([
      [8, 'footer'],
      [56, 'footer'],
    ]);
    expect(listed.error).toMatchObject({ code: 'no-boundary', offset: 236, path: 'sections[2].payload' });
    expect(Object.keys(listed.error!)).toEqual(['code', 'offset', 'path', 'expected', 'found']);
  });

  test('reports sections before the damage as in the intact file, wherever it is truncated', async () => {
    const { listed: sound } = await listJson('-', whole);
    for (let size = 0; size < whole.length; size += 7) {
      const { code, listed } = await listJson('-', whole.subarray(0, size));
      if (code === 0) continue; // a truncation that leaves a file without visible footers
      expect(listed.error).not.toBeNull();
      if (listed.footers) expect(listed.sections).toEqual(sound.sections.slice(0, listed.sections.length));
    }
  });

  test('is rejected if its first bytes are different', async () => {
    const { code, listed } = await listJson('-', Buffer.from('Not such a file'));
    expect(code).toBe(1);
    expect(listed).toMatchObject({ footers: null, sections: [], trailing: 0, size: 15 });
    expect(listed.error).toMatchObject({ code: 'wrong-constant', offset: 0, path: 'magic' });
    const { stderr } = await devstate(['list', '-'], { input: Buffer.from('Not such a file') });
    expect(stderr.text).toContain('not a device-state file');
  });

  test('is reported if a footer has another id', async () => {
    const bytes = whole.slice();
    expect(bytes[206]).toBe(0x7e); // slirp's footer
    bytes[210] = 0x55;
    const { code, listed } = await listJson('-', bytes);
    expect(code).toBe(1);
    expect(listed.sections.length).toBe(1);
    expect(listed.error).toMatchObject({ path: expect.stringMatching(/^sections\[1\]\./) });
  });

  test('never sends control characters in file or section names to the terminal', async () => {
    const file = join(folder, 'a\u001b[31m\u009b\u202e\n.dev');
    const bytes = deviceStateBytes(true, [{ id: 1, name: 'evil\u001b[2J', payload: [1] }]);
    writeFileSync(file, bytes);
    for (const args of [
      ['list', file],
      ['list', '--json', file],
      ['verify', file],
      ['verify', '--json', file],
      ['decode', file],
      ['encode', file],
    ]) {
      const { code, stdout, stderr } = await devstate(args, { stderr: new Sink() });
      expect(code).toBe(1);
      expect(stdout.text + stderr.text).not.toMatch(/[^\n\P{C}]/u);
    }
    const { listed } = await listJson(file);
    expect(listed).toMatchObject({ file });
  });
});
