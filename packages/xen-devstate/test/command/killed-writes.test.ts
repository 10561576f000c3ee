import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isDeep, SEED } from '../../../../test/budget.js';
import type { FileCalls, OpenFile } from '../../src/cli/writing/file-calls.js';
import { NODE_FILES } from '../../src/cli/writing/file-calls.js';
import { capture } from '../captures.js';
import { devstate } from './fake-host.js';
import { temporaryFolder } from './temporary-folder.js';

// Whenever a write is killed, the file is the old one or the new one, and the next write removes what the killed one left.

const root = temporaryFolder();
const { bytes: old } = capture('qemu-7.2/none.dev.gz');

class Killed extends Error {}

/** A process id that is not in use. */
const DEAD = '999999999';

/**
 * The calls of a process that is killed after some of them, or in the middle of the next one. Its id is not in use, like that of
 * a dead process.
 */
class MortalFiles {
  calls = 0;
  readonly #last: number;
  readonly #isCut: boolean;

  /** @param isCut whether the call after the last one is started: half of a write is done */
  constructor(last: number, isCut = false) {
    this.#last = last;
    this.#isCut = isCut;
  }

  readonly files: FileCalls = {
    stat: (path) => this.#call(() => NODE_FILES.stat(path)),
    realpath: (path) => this.#call(() => NODE_FILES.realpath(path)),
    requireWritable: (path) => this.#call(() => NODE_FILES.requireWritable(path)),
    namesIn: (folder) => this.#call(() => NODE_FILES.namesIn(folder)),
    create: (path) => this.#call(async () => this.#mortal(await NODE_FILES.create(ofTheDead(path)))),
    openDevice: (path) => this.#call(() => NODE_FILES.openDevice(path)),
    rename: (from, to) => this.#call(() => NODE_FILES.rename(ofTheDead(from), to)),
    remove: (path) => this.#call(() => NODE_FILES.remove(ofTheDead(path))),
    syncFolder: (folder) => this.#call(() => NODE_FILES.syncFolder(folder)),
  };

  #mortal(file: OpenFile): OpenFile {
    return {
      fd: file.fd,
      stat: () => this.#call(() => file.stat()),
      chown: (user, group) => this.#call(() => file.chown(user, group)),
      chmod: (mode) => this.#call(() => file.chmod(mode)),
      write: (content) =>
        this.#call(
          () => file.write(content),
          () => file.write(content.slice(0, content.length / 2)),
        ),
      sync: () => this.#call(() => file.sync()),
      // the system closes the files of a dead process
      close: async () => {
        await file.close();
        await this.#call(async () => {});
      },
    };
  }

  async #call<T>(run: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
    if (this.calls > this.#last) throw new Killed();
    if (this.calls === this.#last) {
      this.calls++;
      if (this.#isCut) await half?.();
      throw new Killed();
    }
    this.calls++;
    return run();
  }
}

const ofTheDead = (path: string): string => path.replace(`-${process.pid}-`, `-${DEAD}-`);

/** A command that writes, and its output file. */
interface Writing {
  readonly args: (folder: string) => readonly string[];
  readonly target: string;
}

const WRITINGS: Readonly<Record<string, Writing>> = {
  'set --in-place': {
    args: (folder) => ['set', join(folder, 'a.dev'), 'timer.cpuTicksOffset=5', '--in-place'],
    target: 'a.dev',
  },
  'doctor --fix over a file': {
    args: (folder) => ['doctor', join(folder, 'b.dev'), '--fix', '-o', join(folder, 'a.dev')],
    target: 'a.dev',
  },
  'doctor --fix into a new file': {
    args: (folder) => ['doctor', join(folder, 'b.dev'), '--fix', '-o', join(folder, 'new.dev')],
    target: 'new.dev',
  },
};

function filled(): string {
  const folder = mkdtempSync(join(root, 'f-'));
  writeFileSync(join(folder, 'a.dev'), old);
  chmodSync(join(folder, 'a.dev'), 0o640);
  writeFileSync(join(folder, 'b.dev'), old);
  return folder;
}

const contentOf = (path: string): string | undefined => {
  try {
    return readFileSync(path).toString('hex');
  } catch {
    return undefined;
  }
};

describe.each(Object.entries(WRITINGS))('%s', (_, { args, target }) => {
  test('leaves the old file or the new one if killed after or during any call', async () => {
    const whole = filled();
    const before = contentOf(join(whole, target));
    const alive = new MortalFiles(Number.POSITIVE_INFINITY);
    expect((await devstate(args(whole), { files: alive.files })).code).toBe(0);
    const after = contentOf(join(whole, target));
    const names = readdirSync(whole);
    expect(alive.calls).toBeGreaterThan(9);

    const seen = new Set<string | undefined>();
    for (let last = 0; last < alive.calls; last++)
      for (const isCut of [false, true]) {
        const folder = filled();
        const mortal = new MortalFiles(last, isCut);
        await expect(devstate(args(folder), { files: mortal.files })).rejects.toThrow(Killed);
        const left = contentOf(join(folder, target));
        expect([before, after]).toContain(left);
        seen.add(left);
        expect(contentOf(join(folder, 'b.dev'))).toBe(Buffer.from(old).toString('hex'));
        // another run succeeds, and removes everything that was left
        expect((await devstate(args(folder))).code).toBe(0);
        expect(contentOf(join(folder, target))).toBe(after);
        expect(readdirSync(folder)).toEqual(names);
      }
    expect(seen).toEqual(new Set([before, after]));
  });
});

describe.skipIf(process.platform === 'win32')('a written file', () => {
  test('keeps its permissions and its owner', async () => {
    const folder = filled();
    const file = join(folder, 'a.dev');
    const { uid, gid } = statSync(file);
    expect((await devstate(WRITINGS['set --in-place']?.args(folder) ?? [])).code).toBe(0);
    expect(statSync(file)).toMatchObject({ uid, gid });
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('keeps a different owner, or is refused', async () => {
    const folder = filled();
    const file = join(folder, 'a.dev');
    const given: (readonly number[])[] = [];
    const files = (chown: OpenFile['chown']): FileCalls => ({
      ...NODE_FILES,
      stat: async (path) => Object.assign(await NODE_FILES.stat(path), { uid: 1234, gid: 567 }),
      create: async (path) => ({ ...(await NODE_FILES.create(path)), chown }),
    });
    const args = WRITINGS['set --in-place']?.args(folder) ?? [];
    const giving = files(async (...owner) => {
      given.push(owner);
    });
    expect((await devstate(args, { files: giving })).code).toBe(0);
    expect(given).toEqual([[1234, 567]]);
    copyFileSync(join(folder, 'b.dev'), file);
    const refusing = files(() =>
      Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'fchown' })),
    );
    const { code, stderr } = await devstate(args, { files: refusing });
    expect(code).toBe(2);
    expect(stderr.text).toContain('it belongs to user 1234 and group 567, and the new file would not');
    expect(contentOf(file)).toBe(Buffer.from(old).toString('hex'));
    expect(readdirSync(folder)).toEqual(['a.dev', 'b.dev']);
  });

  test('is refused if it has hard links, which would keep the old bytes', async () => {
    const folder = filled();
    linkSync(join(folder, 'a.dev'), join(folder, 'other.dev'));
    const { code, stderr } = await devstate(WRITINGS['set --in-place']?.args(folder) ?? []);
    expect(code).toBe(2);
    expect(stderr.text).toContain('the file has 2 names (hard links)');
    expect(stderr.text).toContain('name another file with -o');
    expect(contentOf(join(folder, 'a.dev'))).toBe(Buffer.from(old).toString('hex'));
  });

  test.each([
    ['set', (folder: string) => ['set', join(folder, 'a.dev'), 'timer.cpuTicksOffset=5', '-o']],
    ['decode', (folder: string) => ['decode', join(folder, 'a.dev'), '-o']],
    ['doctor --fix', (folder: string) => ['doctor', join(folder, 'a.dev'), '--fix', '-o']],
  ])('is not more readable than its input if written by %s', async (__, args) => {
    const folder = filled();
    for (const mode of [0o600, 0o640, 0o444]) {
      chmodSync(join(folder, 'a.dev'), mode);
      const output = join(folder, `out-${mode}`);
      expect((await devstate([...args(folder), output])).code).toBe(0);
      expect(statSync(output).mode & 0o044 & ~mode).toBe(0);
      expect(statSync(output).mode & 0o600).toBe(0o600);
    }
  });
});

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** A process that sets a field of a file in place, back and forth, until it is killed. */
const WRITER = `
  import { run } from ${JSON.stringify(join(PACKAGE, 'src/cli/run.ts'))};
  const { stdin, stdout, stderr, env } = process;
  for (let turn = 0; ; turn++) {
    await run(['set', process.argv[1], \`timer.cpuTicksOffset=\${turn % 2}\`, '--in-place'], { stdin, stdout, stderr, env });
    if (turn === 0) process.send('begun');
  }`;

describe.runIf(isDeep)('a process killed at any moment', () => {
  test('leaves one of the complete files, 200 times', { timeout: 1_200_000 }, async () => {
    const folder = filled();
    const file = join(folder, 'a.dev');
    const whole = new Set<string | undefined>();
    for (const value of [0, 1]) {
      await devstate(['set', file, `timer.cpuTicksOffset=${value}`, '--in-place']);
      whole.add(contentOf(file));
    }
    for (let kill = 0, random = SEED; kill < 200; kill++) {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
      const node = [
        '--conditions=@bytewright/source',
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        WRITER,
        file,
      ];
      const child = spawn(process.execPath, node, {
        cwd: PACKAGE,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      await once(child, 'message');
      await new Promise((done) => setTimeout(done, random % 25));
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(whole).toContain(contentOf(file));
    }
    await devstate(['set', file, 'timer.cpuTicksOffset=1', '--in-place']);
    expect(readdirSync(folder)).toEqual(['a.dev', 'b.dev']);
  });
});
