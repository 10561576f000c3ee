import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeDeviceState, encodeDeviceState, verifyDeviceState } from '../../src/index.js';
import { capture, captures } from '../captures.js';
import { deviceStateBytes } from './device-state-bytes.js';
import { devstate, Sink } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const all = captures.map(({ file }) => fixturePath(file));
const sections = captures.reduce((sum, one) => sum + one.sections, 0);

describe('verifyDeviceState', () => {
  const bytes = deviceStateBytes(true, [{ id: 2, name: 'timer', payload: [7, 8, 9] }]);

  test('accepts an intact file', () => {
    expect(verifyDeviceState(bytes)).toEqual({
      ...{ byteExact: true, sections: 1, decoded: 0, verbatim: 1, trailing: 0 },
      ...{ error: null, message: null },
    });
  });

  test.each([
    ['a byte of the payload', 28, 'sections[0].payload'],
    ['a byte of the name', 15, 'sections[0].idstr'],
    ['the id in the footer', 34, 'sections[0].footer.sectionId'],
    ['the magic', 0, 'magic'],
  ])('reports the offset and path of the first difference if an encoder gets %s wrong', (_, offset, path) => {
    const verification = verifyDeviceState(bytes, undefined, {
      decode: decodeDeviceState,
      encode: (value) => {
        const encoded = encodeDeviceState(value);
        encoded[offset]! ^= 0xff;
        encoded[encoded.length - 1]! ^= 0xff;
        return encoded;
      },
    });
    expect(verification.byteExact).toBe(false);
    expect(verification.error).toMatchObject({ code: 'mismatch', offset, path });
    expect(verification.message).toContain(`${path} at byte ${offset} `);
  });

  test.each([
    ['loses the end', -1, 35],
    ['adds something', 1, 36],
  ])('reports an encoder that %s', (_, more, offset) => {
    const verification = verifyDeviceState(bytes, undefined, {
      decode: decodeDeviceState,
      encode: (value) => {
        const encoded = encodeDeviceState(value);
        const changed = new Uint8Array(encoded.length + more);
        changed.set(encoded.subarray(0, changed.length));
        return changed;
      },
    });
    expect(bytes.length).toBe(36);
    expect(verification.error).toMatchObject({ code: 'mismatch', offset });
  });

  test('throws errors of the codec itself', () => {
    const broken = {
      decode: decodeDeviceState,
      encode: (): never => {
        throw new RangeError('broken');
      },
    };
    expect(() => verifyDeviceState(bytes, undefined, broken)).toThrow(RangeError);
  });
});

describe('devstate verify', () => {
  test('prints a line for each capture, and the totals of the manifest in the last one', async () => {
    const { code, stdout, stderr } = await devstate(['verify', ...all]);
    expect(code).toBe(0);
    expect(stderr.text).toBe('');
    const lines = stdout.text.trimEnd().split('\n');
    expect(lines.length).toBe(all.length + 1);
    for (const [i, file] of all.entries())
      expect(lines[i]).toContain(`ok    ${file}: byte-exact, ${captures[i]!.sections} sections`);
    const [, decoded = '', verbatim = ''] = /, (\d+) decoded, (\d+) verbatim$/.exec(lines.at(-1) ?? '') ?? [];
    expect(lines.at(-1)).toBe(
      `${all.length} files: ${all.length} byte-exact, ${sections} sections, ${decoded} decoded, ${verbatim} verbatim`,
    );
    expect(Number(decoded) + Number(verbatim)).toBe(sections);
    expect(Number(decoded)).toBeGreaterThan(sections * 0.75);
  });

  test('prints the same as JSON, with numbers', async () => {
    const { code, stdout } = await devstate(['verify', '--json', ...all]);
    expect(code).toBe(0);
    const { files, totals } = JSON.parse(stdout.text) as {
      files: { decoded: number; verbatim: number }[];
      totals: object;
    };
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    expect(files.map(({ decoded, verbatim }) => decoded + verbatim)).toEqual(
      captures.map((one) => one.sections),
    );
    expect(files).toStrictEqual(
      captures.map((one, i) => ({
        ...{ file: all[i], byteExact: true, sections: one.sections },
        ...{ decoded: files[i]?.decoded, verbatim: files[i]?.verbatim, trailing: 0, error: null },
      })),
    );
    expect(totals).toStrictEqual({
      ...{ files: all.length, byteExact: all.length, sections },
      decoded: sum(files.map(({ decoded }) => decoded)),
      verbatim: sum(files.map(({ verbatim }) => verbatim)),
    });
  });

  const cut = join(folder, 'cut.dev');
  writeFileSync(cut, capture('qemu-7.2/none.dev.gz').bytes.subarray(0, 300));
  const packed = join(folder, 'packed.dev.gz');
  writeFileSync(packed, gzipSync(deviceStateBytes(false, [{ id: 0, name: 'a', payload: [1] }])));
  const none = join(folder, 'none.dev');

  test('reports a damaged file with offset and path, and verifies the others', async () => {
    const { code, stdout } = await devstate(['verify', cut, packed]);
    expect(code).toBe(1);
    const lines = stdout.text.split('\n');
    expect(lines[0]).toMatch(/^FAIL {2}.*cut\.dev: sections\[2\]\.payload at byte 236 \(0xec\): expected /);
    expect(lines[1]).toMatch(/^ok {4}.*packed\.dev\.gz: byte-exact, 1 section,/);
    expect(lines[2]).toBe('2 files: 1 byte-exact, 1 sections, 0 decoded, 1 verbatim');
  });

  test('exits with 2 for a file that cannot be read, and verifies the others', async () => {
    const { code, stdout } = await devstate(['verify', '--json', none, cut, packed]);
    expect(code).toBe(2);
    const { files, totals } = JSON.parse(stdout.text) as { files: Record<string, unknown>[]; totals: object };
    expect(files.map(({ byteExact }) => byteExact)).toEqual([false, false, true]);
    expect(files[0]!.error).toEqual({
      ...{ code: 'ENOENT', offset: null, path: '' },
      ...{ expected: 'a file that can be read', found: 'no such file or folder' },
    });
    expect(files[1]!.error).toMatchObject({ code: 'no-boundary', offset: 236, path: 'sections[2].payload' });
    expect(totals).toEqual({ files: 3, byteExact: 1, sections: 1, decoded: 0, verbatim: 1 });
  });

  test('reads standard input, once', async () => {
    const input = capture('qemu-7.2/microvm.dev.gz').bytes;
    const { code, stdout } = await devstate(['verify', '-'], { input });
    expect(code).toBe(0);
    expect(stdout.text).toMatch(/\n1 files: 1 byte-exact, 15 sections, 1[0-9] decoded, [0-5] verbatim\n/);
    expect((await devstate(['verify', '-', '-'], { input })).code).toBe(2);
  });

  test('explains why a section is verbatim with --explain', async () => {
    const timer = { id: 1, name: 'timer', version: 2, payload: [1, 2, 3] };
    const input = deviceStateBytes(true, [timer, { id: 2, name: 'unheard of', payload: [1] }]);
    const { code, stdout } = await devstate(['verify', '-', '--explain'], { input });
    expect(code).toBe(0);
    const [, ...lines] = stdout.text.split('\n').map((line) => line.trim());
    expect(lines[0]).toBe('sections[0] timer (id 1, 3 bytes at 27) is verbatim:');
    // its first field takes 8 bytes, but there are only 3
    expect(lines[1]).toMatch(/^it is not timer: cpuTicksOffset at byte (27|30): expected .* found /);
    expect(lines[2]).toBe('sections[1] unheard of (id 2, 1 byte at 59) is verbatim:');
    expect(lines[3]).toBe('unknown device "unheard of"');

    const json = await devstate(['verify', '-', '--explain', '--json'], { input });
    const { files } = JSON.parse(json.stdout.text) as { files: { unexplained: object[] }[] };
    expect(files[0]?.unexplained[1]).toEqual({
      ...{ index: 1, idstr: 'unheard of', sectionId: 2, payloadOffset: 59, payloadLength: 1 },
      why: ['unknown device "unheard of"'],
    });
  });

  test('requires a file', async () => {
    expect((await devstate(['verify'])).code).toBe(2);
  });

  test('stops when the reader closes the pipe', async () => {
    const stdout = new Sink({ failWith: 'EPIPE' });
    const { code } = await devstate(['verify', ...all], { stdout });
    expect(code).toBe(0);
    expect(stdout.chunks.length).toBe(1);
  });
});
