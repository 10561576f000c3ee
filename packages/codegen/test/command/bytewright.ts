import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What Node is told to run the command from its sources, as a process of its own. */
export const COMMAND: readonly string[] = [
  '--conditions=@bytewright/source',
  '--import',
  'tsx',
  join(root, 'src/cli/main.ts'),
];

/** What a run of the command left. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to run `bytewright` in. It lies inside of the package, so that the names of its dependencies resolve. */
export class Project {
  readonly folder = mkdtempSync(join(root, '.tmp-'));

  write(path: string, lines: readonly string[]): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), `${lines.join('\n')}\n`);
  }

  /** Runs the command as a function: a process of its own would take a second to load what is loaded here. */
  async bytewright(...args: readonly string[]): Promise<Result> {
    const said = { stdout: '', stderr: '' };
    const stream = (name: keyof typeof said): Writable =>
      new Writable({
        decodeStrings: false,
        write: (text, _, done) => {
          said[name] += text;
          done();
        },
      });
    const streams = { stdin: Readable.from([]), stdout: stream('stdout'), stderr: stream('stderr') };
    const code = await run(args, { folder: this.folder, env: {}, ...streams });
    return { code, ...said };
  }

  /** Runs it as a process. */
  process(...args: readonly string[]): Promise<Result> {
    return new Promise((done) => {
      execFile(process.execPath, [...COMMAND, ...args], { cwd: this.folder }, (error, stdout, stderr) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
