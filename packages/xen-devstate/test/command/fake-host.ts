import { Readable, Writable } from 'node:stream';
import type { ExitCode } from '@bytewright/cli';
import type { Host } from '../../src/cli/host.js';
import { run } from '../../src/cli/run.js';

/** A stream that stores its output. */
export class Sink extends Writable {
  readonly chunks: Buffer[] = [];
  readonly isTTY: boolean;
  readonly columns: number;
  readonly #failWith: string | undefined;

  /** @param failWith - the code of the error that every write fails with, such as EPIPE */
  constructor({
    isTTY = false,
    columns = 80,
    failWith,
  }: { isTTY?: boolean; columns?: number; failWith?: string } = {}) {
    super();
    this.isTTY = isTTY;
    this.columns = columns;
    this.#failWith = failWith;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.chunks.push(chunk);
    if (this.#failWith === undefined) done();
    else
      done(Object.assign(new Error(`write ${this.#failWith}`), { code: this.#failWith, syscall: 'write' }));
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }
}

/** The result of a command. */
export interface Outcome {
  readonly code: ExitCode;
  readonly stdout: Sink;
  readonly stderr: Sink;
}

/** The environment of a command. */
export interface Surroundings {
  readonly input?: Uint8Array | AsyncIterable<Uint8Array>;
  readonly stdout?: Sink;
  readonly stderr?: Sink;
  readonly env?: Host['env'];
  readonly files?: Host['files'];
}

/** A host whose streams are in memory. */
export function fakeHost(around: Surroundings = {}): Host & { readonly stdout: Sink; readonly stderr: Sink } {
  const { input = new Uint8Array(0), stdout = new Sink(), stderr = new Sink(), env = {}, files } = around;
  return { stdin: Readable.from(input instanceof Uint8Array ? [input] : input), stdout, stderr, env, files };
}

/** Runs `devstate` in this process. */
export async function devstate(args: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const host = fakeHost(around);
  const code = await run(args, host);
  return { code, stdout: host.stdout, stderr: host.stderr };
}
