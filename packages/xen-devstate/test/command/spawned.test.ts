import type { SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { capture } from '../captures.js';
import { devstate } from './fake-host.js';
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
  /** Close our end of the pipe as soon as something arrives. */
  readonly closeAtOnce?: boolean;
}

/** Runs one of this package's programs as a process, from its source. */
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
  child.stdin?.on('error', () => {}); // it need not read its input
  child.stdin?.end(input ?? new Uint8Array(0));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    );
  });
}

// Tests that require a process: its streams, its exit code, its working directory. The output of commands is tested by calling
// them (fake-host.ts).
describe('devstate as a process', () => {
  test('writes all of its output, and exits with 0', async () => {
    const { bytes } = capture('xen-4.17/cirrus-usbtablet-e1000.dev.gz');
    const decoded = await start('main', ['decode', xen]);
    expect([decoded.code, decoded.stderr]).toEqual([0, '']);
    const { code, stdout } = await devstate(['encode', '-'], { input: decoded.stdout });
    expect(code).toBe(0);
    expect(Buffer.compare(stdout.bytes, bytes)).toBe(0);
  });

  test('reads standard input, and exits with 1 and an error on stderr if it is damaged', async () => {
    const { bytes } = capture('qemu-7.2/none.dev.gz');
    const damaged = await start('main', ['list', '-'], { input: bytes.subarray(0, 300) });
    expect(damaged.code).toBe(1);
    expect(damaged.stderr).toMatch(/^devstate: .*sections\[2\]\.payload at byte 236/);
  });

  test('does not fail if the pipe is closed', async () => {
    const { code, stderr } = await start('main', ['decode', xen], { closeAtOnce: true });
    expect([code, stderr]).toEqual([0, '']);
  });

  test.skipIf(process.platform !== 'linux')('exits with 2 if the disk is full', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, stderr } = await start('main', ['list', none], { stdout: full });
    closeSync(full);
    expect([code, stderr]).toEqual([2, 'devstate: cannot write: no space left\n']);
  });
});

test('the tour as a process resolves a file in the working directory, and does not change it', async () => {
  const file = join(folder, 'mine.dev');
  writeFileSync(file, capture('qemu-7.2/none.dev.gz').bytes);
  const { code, stdout } = await start('tour', [basename(file)], {
    cwd: dirname(none),
    env: { INIT_CWD: folder },
  });
  expect(code).toBe(0);
  // without a clock, it edits the first number: the timer's 8 bytes at 8 + 14 + 5, of which the last one differs
  expect(stdout.toString()).toContain('ok  edited: sections[0].state.cpuTicksOffset of timer');
  expect(stdout.toString()).toContain('ok  compared with the file: only byte 34 (0x22) differs');
  expect(Buffer.compare(readFileSync(file), capture('qemu-7.2/none.dev.gz').bytes)).toBe(0);
});
