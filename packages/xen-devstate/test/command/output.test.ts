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
  test('through files, and back byte for byte', async () => {
    const folder = fresh();
    const [json, back] = [join(folder, 'a.json'), join(folder, 'a.dev')];
    expect(await devstate(['decode', source, '-o', json])).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await devstate(['encode', json, '--output', back]);
    expect(code).toBe(0);
    expect(stdout.text + stderr.text).toBe('');
    expect(Buffer.compare(readFileSync(back), bytes)).toBe(0);
    expect(readdirSync(folder)).toEqual(['a.dev', 'a.json']);
  });

  test('through standard input and output', async () => {
    const decoded = await devstate(['decode', '-'], { input: bytes });
    const encoded = await devstate(['encode', '-', '-o', '-'], { input: decoded.stdout.bytes });
    expect([decoded.code, encoded.code]).toEqual([0, 0]);
    expect(Buffer.compare(encoded.stdout.bytes, bytes)).toBe(0);
  });

  test('onto the file that was read', async () => {
    const file = join(fresh(), 'both');
    writeFileSync(file, bytes);
    expect((await devstate(['decode', file, '-o', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('"bytewright/devstate@2"');
    expect((await devstate(['encode', file, '-o', file])).code).toBe(0);
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
  });

  test('of something damaged leave what is there as it is, and nothing beside it', async () => {
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
    expect(notText.stderr.text).toContain('no UTF-8');
    expect(readFileSync(output, 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('refuse a state that would be read back as another one', async () => {
    // a payload that holds the section's own footer and the end of the file
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
    ['an empty name', () => '', 'takes the name of a file'],
    ['a folder', () => fresh(), 'it is a folder'],
    ['a folder that is not there', () => join(fresh(), 'none', 'out'), 'no such file or folder'],
    ['a folder that is a file', () => join(source, 'out'), 'no folder'],
  ])('-o with %s is exit code 2', async (_, output, message) => {
    const { code, stderr } = await devstate(['decode', source, '-o', output()]);
    expect(code).toBe(2);
    expect(stderr.text).toContain(message);
  });
});

describe('a terminal', () => {
  test('is not given bytes, but advice', async () => {
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
    ['a terminal, and NO_COLOR is empty', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a terminal, but NO_COLOR is set', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a terminal that can do nothing', { isTTY: true }, { TERM: 'dumb' }, false],
    ['no terminal', {}, {}, false],
    ['no terminal, whatever CI says', {}, { CI: 'true' }, false],
    ['no terminal, but FORCE_COLOR is set', {}, { FORCE_COLOR: '1' }, true],
    ['both are set', { isTTY: true }, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['FORCE_COLOR is 0', { isTTY: true }, { FORCE_COLOR: '0' }, false],
  ])('colours: %s', async (_, stream, env, expected) => {
    const list = await devstate(['list', source], { stdout: new Sink(stream), env });
    expect(list.stdout.text.includes(csi)).toBe(expected);
    const verify = await devstate(['verify', source], { stdout: new Sink(stream), env });
    expect(verify.stdout.text.includes(csi)).toBe(expected);
    const wrong = await devstate(['list'], { stderr: new Sink(stream), env });
    expect(wrong.stderr.text.includes(csi)).toBe(expected);
  });

  test('is not given colours inside JSON', async () => {
    const { stdout } = await devstate(['list', '--json', source], { stdout: new Sink({ isTTY: true }) });
    expect(stdout.text).not.toContain(csi);
  });
});

describe('a stream that cannot be written to', () => {
  test.each([['list'], ['decode'], ['verify']])('%s into a closed pipe is no error', async (command) => {
    const stdout = new Sink({ failWith: 'EPIPE' });
    const { code, stderr } = await devstate([command, source], { stdout });
    expect(code).toBe(0);
    expect(stderr.text).toBe('');
    expect(stdout.chunks.length).toBe(1);
  });

  test('what is wrong with the file is still told', async () => {
    const { code } = await devstate(['list', '-'], {
      input: bytes.subarray(0, 300),
      ...{ stdout: new Sink({ failWith: 'EPIPE' }), stderr: new Sink({ failWith: 'EPIPE' }) },
    });
    expect(code).toBe(1);
  });

  test('a full disk is exit code 2', async () => {
    const { code, stderr } = await devstate(['list', source], { stdout: new Sink({ failWith: 'ENOSPC' }) });
    expect(code).toBe(2);
    expect(stderr.text).toContain('no space left');
  });
});

describe('writeFile', () => {
  test('removes what it began when the content fails', async () => {
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

  test('while it writes, the file is the old one, and what it writes is beside it', async () => {
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

  test.skipIf(process.platform === 'win32')('keeps the permissions, and a link a link', async () => {
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
