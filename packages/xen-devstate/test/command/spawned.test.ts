import type { SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { capture } from '../captures.js';
import { fixturePath } from './fixture-path.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const xen = fixturePath('xen-4.17/cirrus-usbtablet-e1000.dev.gz');
const none = fixturePath('qemu-7.2/none.dev.gz');

interface Finished {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

interface Spawning {
  readonly input?: Uint8Array;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  readonly stdout?: number | 'pipe';
  /** Close our end of the pipe as soon as something has come. */
  readonly closeAtOnce?: boolean;
}

/** Runs one of the programs of this package as a process of its own, from its source. */
function start(
  program: 'main' | 'tour',
  args: readonly string[],
  spawning: Spawning = {},
): Promise<Finished> {
  const { input, env = {}, cwd = folder, stdout = 'pipe', closeAtOnce = false } = spawning;
  const file = fileURLToPath(new URL(`../../src/cli/${program}.ts`, import.meta.url));
  const options: SpawnOptions = { cwd, env: { ...process.env, ...env }, stdio: ['pipe', stdout, 'pipe'] };
  const child = spawn(
    process.execPath,
    ['--conditions=@bytewright/source', '--import', tsx, file, ...args],
    options,
  );
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => {
    out.push(chunk);
    if (closeAtOnce) child.stdout?.destroy();
  });
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin?.on('error', () => {}); // it need not read what it is given
  child.stdin?.end(input ?? new Uint8Array(0));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    );
  });
}

describe('devstate as a process', () => {
  test('decode | encode gives the file back, all of it', async () => {
    const { bytes } = capture('xen-4.17/cirrus-usbtablet-e1000.dev.gz');
    const decoded = await start('main', ['decode', xen]);
    expect([decoded.code, decoded.stderr]).toEqual([0, '']);
    const encoded = await start('main', ['encode', '-'], { input: decoded.stdout });
    expect([encoded.code, encoded.stderr]).toEqual([0, '']);
    expect(Buffer.compare(encoded.stdout, bytes)).toBe(0);
  });

  test('exit codes: 0, 1 and 2', async () => {
    const { bytes } = capture('qemu-7.2/none.dev.gz');
    const fine = start('main', ['verify', '-'], { input: bytes });
    const damaged = start('main', ['list', '-'], { input: bytes.subarray(0, 300) });
    const wrong = start('main', ['list', '--wrong']);
    expect((await fine).stdout.toString()).toMatch(
      /\n1 files: 1 byte-exact, 3 sections, [0-9] decoded, [0-9] verbatim\n$/,
    );
    expect([(await fine).code, (await damaged).code, (await wrong).code]).toEqual([0, 1, 2]);
    expect((await damaged).stderr).toMatch(/^devstate: .*sections\[2\]\.payload at byte 236/);
    expect((await wrong).stderr).toBe("devstate: unknown option '--wrong'\n");
  });

  test('a pipe that is closed is no error', async () => {
    const { code, stderr } = await start('main', ['decode', xen], { closeAtOnce: true });
    expect([code, stderr]).toEqual([0, '']);
  });

  test.skipIf(process.platform !== 'linux')('a full disk is exit code 2', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, stderr } = await start('main', ['list', none], { stdout: full });
    closeSync(full);
    expect([code, stderr]).toEqual([2, 'devstate: cannot write: no space left\n']);
  });
});

describe('the tour', () => {
  test('takes the capture of a genuine Xen guest through the codec and back', async () => {
    const { code, stdout, stderr } = await start('tour', []);
    expect([code, stderr]).toEqual([0, '']);
    const text = stdout.toString();
    expect(text).toContain('208049 bytes after inflating, 26 sections, without footers');
    // the clock's section begins at 3395 with a header of 25 bytes; its memory is the first 128 bytes of the payload
    expect(text).toContain('ok  edited: sections[11].state.cmosData[15] of mc146818rtc');
    expect(text).toContain('ok  compared with the file: only byte 3435 (0xd6b) differs');
    expect(text).not.toContain('FAIL');
  });

  test('takes a file from where the user stands, and leaves it alone', async () => {
    const file = join(folder, 'mine.dev');
    writeFileSync(file, capture('qemu-7.2/none.dev.gz').bytes);
    const { code, stdout } = await start('tour', [basename(file)], {
      cwd: dirname(none),
      env: { INIT_CWD: folder },
    });
    expect(code).toBe(0);
    // no clock in it: the first number, which is the timer's in 8 bytes from 8 + 14 + 5 on, of which the last one differs
    expect(stdout.toString()).toContain('ok  edited: sections[0].state.cpuTicksOffset of timer');
    expect(stdout.toString()).toContain('ok  compared with the file: only byte 34 (0x22) differs');
    expect(Buffer.compare(readFileSync(file), capture('qemu-7.2/none.dev.gz').bytes)).toBe(0);
  });

  test('of a damaged file shows what there is, and says why', async () => {
    const { bytes } = capture('qemu-7.2/none.dev.gz');
    const damaged = start('tour', ['-'], { input: bytes.subarray(0, 300) });
    const missing = start('tour', ['none/such'], { env: { INIT_CWD: folder } });
    expect((await damaged).code).toBe(1);
    expect((await damaged).stdout.toString()).toContain('slirp');
    expect((await damaged).stderr).toContain('sections[2].payload at byte 236');
    expect((await missing).code).toBe(2);
    expect((await missing).stderr).toContain('no such file or folder');
  });
});
