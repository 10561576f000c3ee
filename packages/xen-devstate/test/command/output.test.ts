import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFile } from '../../src/cli/writing/write-file.js';
import { capture } from '../captures.js';
import { devstate, Sink } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const root = temporaryFolder();
const fresh = (): string => mkdtempSync(join(root, 'f-'));
const source = fixturePath('qemu-7.2/none.dev.gz');
const { bytes } = capture('qemu-7.2/none.dev.gz');

describe('decode and encode', () => {
  test('round-trip byte for byte through files', async () => {
    const folder = fresh();
    const [json, back] = [join(folder, 'a.json'), join(folder, 'a.dev')];
    expect(await devstate(['decode', source, '-o', json])).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await devstate(['encode', json, '--output', back]);
    expect(code).toBe(0);
    expect(stdout.text + stderr.text).toBe('');
    expect(Buffer.compare(readFileSync(back), bytes)).toBe(0);
    expect(readdirSync(folder)).toEqual(['a.dev', 'a.json']);
  });

  test('round-trip through standard input and output', async () => {
    const decoded = await devstate(['decode', '-'], { input: bytes });
    const encoded = await devstate(['encode', '-', '-o', '-'], { input: decoded.stdout.bytes });
    expect([decoded.code, encoded.code]).toEqual([0, 0]);
    expect(Buffer.compare(encoded.stdout.bytes, bytes)).toBe(0);
  });

  test('can overwrite the file that was read', async () => {
    const file = join(fresh(), 'both');
    writeFileSync(file, bytes);
    expect((await devstate(['decode', file, '-o', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('"bytewright/devstate@2"');
    expect((await devstate(['encode', file, '-o', file])).code).toBe(0);
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
  });

  test('leave an existing file unchanged, and no other files, if the input is damaged', async () => {
    const folder = fresh();
    const output = join(folder, 'out');
    writeFileSync(output, 'precious');
    const cut = await devstate(['decode', '-', '-o', output], { input: bytes.subarray(0, 300) });
    const notJson = await devstate(['encode', '-', '-o', output], { input: Buffer.from('{"format": 1}') });
    const notText = await devstate(['encode', '-', '-o', output], { input: Uint8Array.of(0xff, 0xfe) });
    expect([cut.code, notJson.code, notText.code]).toEqual([1, 1, 1]);
    expect(cut.stderr.text).toContain('sections[2].payload at byte 236');
    expect(notJson.stderr.text).toContain(
      'format: expected "bytewright/devstate@2" or "bytewright/devstate@1", found 1',
    );
    expect(notText.stderr.text).toContain('not UTF-8');
    expect(readFileSync(output, 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('reject a state that would decode differently', async () => {
    // a payload that contains the section's own footer and the end of the file
    const document = {
      format: 'bytewright/devstate@1',
      footers: true,
      sections: [
        { sectionId: 1, idstr: 'a', instanceId: 0, versionId: 1, device: null, payload: 'aa7e0000000100' },
        {
          sectionId: 2,
          idstr: 'b',
          instanceId: 0,
          versionId: 1,
          device: null,
          payload: '7e0000000204000000030163000000000000000101',
        },
      ],
      trailing: '',
    };
    const folder = fresh();
    const output = join(folder, 'out');
    const { code, stderr } = await devstate(['encode', '-', '-o', output], {
      input: Buffer.from(JSON.stringify(document)),
    });
    expect(code).toBe(1);
    expect(stderr.text).toContain('(ambiguous)');
    expect(stderr.text).toContain('sections[1].payload');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('accept a byte order mark', async () => {
    const { stdout } = await devstate(['decode', source]);
    const input = Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), stdout.bytes]);
    expect((await devstate(['encode', '-'], { input })).code).toBe(0);
  });

  test.each([
    ['an empty name', () => '', 'requires a file name'],
    ['a folder', () => fresh(), 'it is a folder'],
    ['a missing folder', () => join(fresh(), 'none', 'out'), 'no such file or folder'],
    ['a folder that is a file', () => join(source, 'out'), 'not a folder'],
  ])('exit with 2 for -o with %s', async (_, output, message) => {
    const { code, stderr } = await devstate(['decode', source, '-o', output()]);
    expect(code).toBe(2);
    expect(stderr.text).toContain(message);
  });
});

describe('a terminal', () => {
  test('gets advice instead of bytes', async () => {
    const { stdout: json } = await devstate(['decode', source]);
    for (const args of [
      ['encode', '-'],
      ['encode', '-', '-o', '-'],
    ]) {
      const { code, stdout, stderr } = await devstate(args, {
        input: json.bytes,
        stdout: new Sink({ isTTY: true }),
      });
      expect(code).toBe(2);
      expect(stdout.bytes.length).toBe(0);
      expect(stderr.text).toContain('-o FILE');
    }
  });

  const csi = '\u001b[';

  test.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal, with NO_COLOR empty', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a terminal, with NO_COLOR set', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }, false],
    ['no terminal', {}, {}, false],
    ['no terminal, with CI set', {}, { CI: 'true' }, false],
    ['no terminal, with FORCE_COLOR set', {}, { FORCE_COLOR: '1' }, true],
    ['a terminal, with both set', { isTTY: true }, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['a terminal, with FORCE_COLOR 0', { isTTY: true }, { FORCE_COLOR: '0' }, false],
  ])('gets colors as expected: %s', async (_, stream, env, expected) => {
    const list = await devstate(['list', source], { stdout: new Sink(stream), env });
    expect(list.stdout.text.includes(csi)).toBe(expected);
    const verify = await devstate(['verify', source], { stdout: new Sink(stream), env });
    expect(verify.stdout.text.includes(csi)).toBe(expected);
    const wrong = await devstate(['list'], { stderr: new Sink(stream), env });
    expect(wrong.stderr.text.includes(csi)).toBe(expected);
  });

  test('gets no colors in JSON', async () => {
    const { stdout } = await devstate(['list', '--json', source], { stdout: new Sink({ isTTY: true }) });
    expect(stdout.text).not.toContain(csi);
  });
});

describe('a stream that cannot be written to', () => {
  test.each([['list'], ['decode'], ['verify']])(
    'is not an error for %s if it is a closed pipe',
    async (command) => {
      const stdout = new Sink({ failWith: 'EPIPE' });
      const { code, stderr } = await devstate([command, source], { stdout });
      expect(code).toBe(0);
      expect(stderr.text).toBe('');
      expect(stdout.chunks.length).toBe(1);
    },
  );

  test('does not hide the problem of a file', async () => {
    const { code } = await devstate(['list', '-'], {
      input: bytes.subarray(0, 300),
      ...{ stdout: new Sink({ failWith: 'EPIPE' }), stderr: new Sink({ failWith: 'EPIPE' }) },
    });
    expect(code).toBe(1);
  });

  test('gives exit code 2 if the disk is full', async () => {
    const { code, stderr } = await devstate(['list', source], { stdout: new Sink({ failWith: 'ENOSPC' }) });
    expect(code).toBe(2);
    expect(stderr.text).toContain('no space left');
  });
});

describe('writeFile', () => {
  test('removes the temporary file if the content throws', async () => {
    const folder = fresh();
    const file = join(folder, 'out');
    function* failing(): Generator<string> {
      yield 'x'.repeat(200_000);
      throw new RangeError('no more');
    }
    await expect(writeFile(file, failing())).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(file, 'old');
    await expect(writeFile(file, failing())).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual(['out']);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  test('keeps the old file while writing a temporary one next to it', async () => {
    const folder = fresh();
    const file = join(folder, 'out');
    writeFileSync(file, 'old');
    const seen: string[] = [];
    function* watching(): Generator<string> {
      yield 'new'.repeat(100_000);
      seen.push(readFileSync(file, 'utf8'), String(readdirSync(folder).length));
      yield '.';
    }
    await writeFile(file, watching());
    expect(seen).toEqual(['old', '2']);
    expect(readFileSync(file, 'utf8')).toBe(`${'new'.repeat(100_000)}.`);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test.skipIf(process.platform === 'win32')('keeps the permissions and a symbolic link', async () => {
    const folder = fresh();
    mkdirSync(join(folder, 'sub'));
    const [file, link] = [join(folder, 'sub', 'out'), join(folder, 'link')];
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    await writeFile(link, Uint8Array.of(0x41));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('A');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'sub'))).toEqual(['out']);
  });

  test.skipIf(process.platform === 'win32')('writes into a pipe instead of replacing it', async () => {
    const pipe = join(fresh(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [content] = await Promise.all([readFile(pipe, 'utf8'), writeFile(pipe, ['a', 'b'])]);
    expect(content).toBe('ab');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});
